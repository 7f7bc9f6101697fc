import type { Behind } from './recordings-behind'

const number = (count: number) => count.toLocaleString('en-GB')

/** What a link adds to its name where it does not open all that it counts. */
export const opensWords = (opens: number): string => `opens the newest ${number(opens)}`

/** The same for a drawing, in sight: how many its links open at most; null where each opens all. */
export function opensNote(links: readonly Behind[]): string | null {
  const most = Math.max(0, ...links.map(({ opens }) => opens ?? 0))
  return most === 0 ? null : `A link opens at most the newest ${number(most)}.`
}
