import type { Interval } from '@/lib/contract/ledger'

/** The same stretches in order, without overlap, touching ones joined; empty ones left out. */
export function joined(intervals: readonly Interval[]): Interval[] {
  const ordered = intervals
    .filter(({ startMs, endMs }) => endMs > startMs)
    .toSorted((a, b) => a.startMs - b.startMs)
  const result: Interval[] = []
  for (const { startMs, endMs } of ordered) {
    const last = result.at(-1)
    if (last !== undefined && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs)
    else result.push({ startMs, endMs })
  }
  return result
}

/** What of `intervals` lies in none of `known`; both as `joined` gives them. */
export function without(intervals: readonly Interval[], known: readonly Interval[]): Interval[] {
  return known.reduce<Interval[]>(
    (rest, cut) =>
      rest.flatMap((stretch) => [
        ...(stretch.startMs < cut.startMs
          ? [{ startMs: stretch.startMs, endMs: Math.min(stretch.endMs, cut.startMs) }]
          : []),
        ...(stretch.endMs > cut.endMs
          ? [{ startMs: Math.max(stretch.startMs, cut.endMs), endMs: stretch.endMs }]
          : []),
      ]),
    [...intervals],
  )
}

/** How long that is together, in milliseconds. */
export function lengthMs(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
}
