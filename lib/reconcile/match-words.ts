import type { MatchEvidence } from './model'

/** Why two are taken for one, and how surely, as a reader has it. */
export function matchWords(matchedBy: readonly MatchEvidence[]): string {
  return matchedBy.map(({ why, confidence }) => `${why} (${confidence})`).join(' ')
}
