import type { AccessEvent } from '@/lib/contract/access-event'
import { firstAt } from './event-list'
import { accessorKey, deedOf, isAlarming, shortName } from './event-words'

/** One row of the timeline: one accessor, or all who have none of their own. */
export type Lane = { key: string; name: string; count: number; alarming: boolean }

const MOST_LANES = 8
const OTHERS = 'others'

/** The lanes of a list: nobody first, then those who did most; the rest share the last one. */
export function lanesOf(events: readonly AccessEvent[]): Lane[] {
  const lanes = new Map<string, Lane>()
  for (const event of events) {
    const key = accessorKey(event)
    const lane = lanes.get(key)
    if (lane === undefined)
      lanes.set(key, { key, name: shortName(event), count: 1, alarming: event.unexplained })
    else lane.count += 1
  }
  const all = [...lanes.values()].sort(
    (a, b) =>
      Number(b.alarming) - Number(a.alarming) || b.count - a.count || (a.name < b.name ? -1 : 1),
  )
  if (all.length <= MOST_LANES + 1) return all
  const rest = all.slice(MOST_LANES)
  const count = rest.reduce((sum, lane) => sum + lane.count, 0)
  return [
    ...all.slice(0, MOST_LANES),
    { key: OTHERS, name: `${rest.length} others`, count, alarming: false },
  ]
}

/** The place of each accessor's lane; who has none shares the last one. */
export function laneAt(lanes: readonly Lane[]): (event: AccessEvent) => number {
  const places = new Map(lanes.map((lane, place) => [lane.key, place]))
  const others = places.get(OTHERS) ?? 0
  return (event) => places.get(accessorKey(event)) ?? others
}

/** What a pixel shows: the weightiest of all that happened there. 0 is nothing. */
export const MARKS = ['none', 'other', 'read', 'play', 'take', 'alarm'] as const
export type Mark = (typeof MARKS)[number]

export function markOf(event: AccessEvent): Mark {
  return isAlarming(event) ? 'alarm' : deedOf(event)
}

const WEIGHT: Record<Mark, number> = { none: 0, other: 1, read: 2, play: 3, take: 4, alarm: 5 }

/**
 * The weightiest mark of each pixel of each lane, so that drawing costs by the pixel and not by the event. `events` in time
 * order; the range's end is exclusive.
 */
export function markPixels(
  events: readonly AccessEvent[],
  lanes: readonly Lane[],
  range: { fromMs: number; toMs: number },
  widthPx: number,
): Uint8Array[] {
  const width = Math.max(0, Math.floor(widthPx))
  const pixels = lanes.map(() => new Uint8Array(width))
  const { fromMs, toMs } = range
  if (width === 0 || toMs <= fromMs) return pixels
  const place = laneAt(lanes)
  const perMs = width / (toMs - fromMs)
  for (let i = firstAt(events, new Date(fromMs).toISOString()); i < events.length; i += 1) {
    const event = events[i]
    if (event === undefined) break
    const ms = Date.parse(event.timeUtc)
    if (ms >= toMs) break
    const lane = pixels[place(event)]
    if (lane === undefined) continue
    const x = Math.min(width - 1, Math.floor((ms - fromMs) * perMs))
    lane[x] = Math.max(lane[x] ?? 0, WEIGHT[markOf(event)])
  }
  return pixels
}

/** The event of a lane nearest to a moment, within a tolerance; null when none is. */
export function nearestEvent(
  events: readonly AccessEvent[],
  lanes: readonly Lane[],
  lane: number,
  atMs: number,
  toleranceMs: number,
): AccessEvent | null {
  const place = laneAt(lanes)
  let best: AccessEvent | null = null
  let bestMs = toleranceMs
  for (
    let i = firstAt(events, new Date(Math.max(0, atMs - toleranceMs)).toISOString());
    i < events.length;
    i += 1
  ) {
    const event = events[i]
    if (event === undefined) break
    const offMs = Date.parse(event.timeUtc) - atMs
    if (offMs > toleranceMs) break
    if (place(event) !== lane || Math.abs(offMs) > bestMs) continue
    best = event
    bestMs = Math.abs(offMs)
  }
  return best
}
