import type { AccessEvent } from '@/lib/contract/access-event'

const LEAST_MS = 60_000

/**
 * The stretch of time that the timeline shows: what was asked for, and where that has no end, as far as there are events (in
 * time order), up to `nowUtc`. Never empty.
 */
export function timelineRange(
  from: string | null,
  to: string | null,
  events: readonly AccessEvent[],
  nowUtc: string,
): { fromMs: number; toMs: number } {
  const last = events.at(-1)
  const lastMs = last === undefined ? 0 : Date.parse(last.timeUtc) + 1
  const toMs = to === null ? Math.max(Date.parse(nowUtc), lastMs) : Date.parse(to)
  const first = events[0]
  const firstMs = first === undefined ? toMs - LEAST_MS : Date.parse(first.timeUtc)
  // A little room before the first event, so that its mark does not touch the edge.
  const fromMs =
    from === null ? firstMs - Math.max(LEAST_MS, (toMs - firstMs) * 0.01) : Date.parse(from)
  return { fromMs: Math.floor(Math.min(fromMs, toMs - LEAST_MS)), toMs }
}
