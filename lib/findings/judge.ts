import type { AccessEvent } from '@/lib/contract/access-event'
import type { FindingContext } from '@/lib/contract/finding'
import { factsOf } from './facts'
import { RULES, type Rule } from './rules'

/** Something that deserves a look. */
export type Finding = {
  /** The same in every run over the same events: rule, who or what it is about, and the last event that proves it. */
  key: string
  rule: string
  severity: Rule['severity']
  sentence: string
  detail: string
  /** The rows that prove it, in time order. */
  eventKeys: string[]
}

const RANK = { high: 0, medium: 1, low: 2 } as const

/**
 * What the rules find in these events, the weightiest first, then the newest; `notes` say in a sentence each what could not be
 * judged. Pure: the same events, in any order, and the same context give the same findings. What the events do not
 * hold, for a filter left it out, is not judged. A new event that adds to a finding makes it another one, so that
 * setting one aside hides nothing that happens later.
 */
export function judge(
  events: readonly AccessEvent[],
  context: FindingContext,
): { findings: Finding[]; notes: string[] } {
  const facts = factsOf(events, context)
  const found = RULES.flatMap((rule) =>
    rule.find(facts).map(({ about, sentence, detail, events: proof }) => {
      const last = proof.at(-1)
      return {
        lastUtc: last?.timeUtc ?? '',
        finding: {
          key: [rule.id, about, last?.key].filter((part) => part !== '').join(':'),
          rule: rule.id,
          severity: rule.severity,
          sentence,
          detail,
          eventKeys: proof.map(({ key }) => key),
        },
      }
    }),
  )
  found.sort(
    (a, b) =>
      RANK[a.finding.severity] - RANK[b.finding.severity] ||
      Date.parse(b.lastUtc) - Date.parse(a.lastUtc) ||
      (a.finding.key < b.finding.key ? -1 : 1),
  )
  return {
    findings: found.map(({ finding }) => finding),
    notes: RULES.flatMap((rule) => rule.unable?.(facts) ?? []),
  }
}
