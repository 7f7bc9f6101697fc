import type { AccessEvent } from '@/lib/contract/access-event'
import type { AuditSort, TimeSpan } from '@/lib/url/audit-url'

/** Oldest first; what happened in the same millisecond by its key, so that the order never shifts. */
export function byTime(a: AccessEvent, b: AccessEvent): number {
  if (a.timeUtc !== b.timeUtc) return a.timeUtc < b.timeUtc ? -1 : 1
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

/**
 * Events in time order, to which more are added in bundles, in any order; a key that is there already is replaced by the
 * newer telling. A list once given out stays as it is. Built for hundreds of thousands.
 */
export class EventList {
  private list: readonly AccessEvent[] = []
  private readonly keys = new Set<string>()

  /** Answers the new list. */
  add(added: readonly AccessEvent[]): readonly AccessEvent[] {
    if (added.length === 0) return this.list
    const newest = new Map(added.map((event) => [event.key, event]))
    const replaces = added.some((event) => this.keys.has(event.key))
    const kept = replaces ? this.list.filter((event) => !newest.has(event.key)) : this.list
    for (const key of newest.keys()) this.keys.add(key)
    this.list = merged(kept, [...newest.values()].sort(byTime))
    return this.list
  }
}

/** Two lists in time order as one. The first may be long: what lies between two of the second is copied, not compared. */
function merged(list: readonly AccessEvent[], fresh: readonly AccessEvent[]): AccessEvent[] {
  const parts: (readonly AccessEvent[])[] = []
  let copied = 0
  for (const event of fresh) {
    const place = search(list, copied, (other) => byTime(other, event) < 0)
    if (place > copied) parts.push(list.slice(copied, place))
    parts.push([event])
    copied = place
  }
  parts.push(list.slice(copied))
  return parts.flat()
}

/** The first place from `low` on that is not `before`; everything before it is. */
function search(
  list: readonly AccessEvent[],
  low: number,
  before: (event: AccessEvent) => boolean,
): number {
  // By doubling first: what is looked for is mostly near.
  let step = 1
  let from = low
  let to = low
  for (let event = list[to]; event !== undefined && before(event); event = list[to]) {
    from = to + 1
    to += step
    step *= 2
  }
  to = Math.min(to, list.length)
  while (from < to) {
    const middle = (from + to) >> 1
    const event = list[middle]
    if (event !== undefined && before(event)) from = middle + 1
    else to = middle
  }
  return from
}

/** Where in a list in time order the first event at or after an instant stands. */
export function firstAt(list: readonly AccessEvent[], utc: string): number {
  const ms = Date.parse(utc)
  return search(list, 0, (event) => Date.parse(event.timeUtc) < ms)
}

/** What the table shows: within the brushed span, of the chosen keys, in the chosen order. `list` is in time order. */
export function shownEvents(
  list: readonly AccessEvent[],
  span: TimeSpan | null,
  keys: ReadonlySet<string> | null,
  sort: AuditSort,
): readonly AccessEvent[] {
  let shown = span === null ? list : list.slice(firstAt(list, span.from), firstAt(list, span.to))
  if (keys !== null) shown = shown.filter((event) => keys.has(event.key))
  if (sort.field === 'heard') {
    const sign = sort.direction === 'asc' ? 1 : -1
    return [...shown].sort((a, b) => sign * (a.heardMs - b.heardMs) || -byTime(a, b))
  }
  return sort.direction === 'asc' ? shown : [...shown].reverse()
}

export type EventCounts = {
  accesses: number
  recordings: number
  refused: number
  unexplained: number
}

export function countEvents(list: readonly AccessEvent[]): EventCounts {
  const recordings = new Set<number>()
  let refused = 0
  let unexplained = 0
  for (const event of list) {
    if (event.recordingId !== null) recordings.add(event.recordingId)
    if (event.decision === 'refused') refused += 1
    if (event.unexplained) unexplained += 1
  }
  return { accesses: list.length, recordings: recordings.size, refused, unexplained }
}
