import type { RetentionGroup, RetentionPeriod } from '@/lib/contract/retention'

/** The kinds that any group has a period of its own for, in the order they are met; `default` stands after them. */
export function kindsWithPeriods(groups: readonly RetentionGroup[]): string[] {
  const kinds = groups.flatMap(({ periods }) => periods.map(({ mediaType }) => mediaType))
  return [...new Set(kinds)].filter((kind) => kind !== 'default')
}

/** What holds for a kind in a group, and whether it is the kind's own; null when no period covers it. */
export function periodFor(
  group: RetentionGroup,
  kind: string,
): { period: RetentionPeriod; own: boolean } | null {
  const named = group.periods.find(({ mediaType }) => mediaType === kind)
  if (named !== undefined) return { period: named, own: true }
  const fallback = group.periods.find(({ mediaType }) => mediaType === 'default')
  return fallback === undefined ? null : { period: fallback, own: false }
}

/** A group's name, or its number where it has none; what stands for no group is the default. */
export function groupName(groups: readonly RetentionGroup[], id: number | null): string {
  if (id === null) return 'No group'
  return groups.find((group) => group.id === id)?.name ?? `Group ${id}`
}

/** `1 recording`, `2,000 recordings`. */
export function recordingsWords(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'recording' : 'recordings'}`
}

/** A UTC day as a date: `23 Nov 2026`. */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${MONTHS_SHORT[Number(month) - 1] ?? month} ${year}`
}

/** Twelve months: `Nov 2026 to Oct 2027`. */
export function spanWords({ from, to }: { from: string; to: string }): string {
  const monthWords = (year: number, month: number) => `${MONTHS_SHORT[month - 1]} ${year}`
  const [year = 0, month = 1] = to.split('-').map(Number)
  const last = month === 1 ? monthWords(year - 1, 12) : monthWords(year, month - 1)
  return `${monthWords(Number(from.slice(0, 4)), Number(from.slice(5, 7)))} to ${last}`
}

// The browser's own names differ between releases.
const MONTHS_SHORT = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
export const MONTHS =
  'January February March April May June July August September October November December'.split(' ')
