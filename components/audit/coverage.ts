import type { AccessEvent } from '@/lib/contract/access-event'
import type { Interval } from '@/lib/contract/ledger'
import { accessorKey, shortName } from './event-words'

/** What one person heard of a recording, over all their plays. */
export type Coverage = {
  key: string
  name: string
  /** Nobody can be named, and somebody used the key outside this console. */
  unexplained: boolean
  plays: number
  heard: Interval[]
  heardMs: number
}

/** Intervals in order, without overlap; what touches is one. */
export function joined(intervals: readonly Interval[]): Interval[] {
  const whole: Interval[] = []
  for (const { startMs, endMs } of [...intervals].sort((a, b) => a.startMs - b.startMs)) {
    const last = whole.at(-1)
    if (last !== undefined && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs)
    else whole.push({ startMs, endMs })
  }
  return whole
}

export function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
}

/**
 * Which seconds of a recording were heard, by whom: those who heard most first. Plays that only Focus knows of count as
 * plays, but nobody can say what was heard of them.
 */
export function coverageOf(events: readonly AccessEvent[]): Coverage[] {
  const people = new Map<string, Coverage>()
  for (const event of events) {
    if (event.action !== 'play' || event.decision === 'refused') continue
    const key = accessorKey(event)
    const known = people.get(key) ?? {
      key,
      name: shortName(event),
      unexplained: event.unexplained,
      plays: 0,
      heard: [],
      heardMs: 0,
    }
    known.plays += 1
    known.heard.push(...event.heard)
    people.set(key, known)
  }
  return [...people.values()]
    .map((each) => {
      const heard = joined(each.heard)
      return { ...each, heard, heardMs: lengthOf(heard) }
    })
    .sort((a, b) => b.heardMs - a.heardMs || b.plays - a.plays || (a.name < b.name ? -1 : 1))
}
