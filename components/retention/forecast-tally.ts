import type { ExpiryCount, RetentionWorld } from '@/lib/contract/retention'
import { spanYearOf } from './calendar-keys'

/** What would be deleted on a day in one world, and what only a hold keeps. */
export type Due = { due: number; held: number }
export type DayTally = { day: string } & Record<RetentionWorld, Due>

/** Counts by their day, group, kind, hold and world; lines of a forecast are added up in it. */
export type CountMap = ReadonlyMap<string, ExpiryCount>

/** Adds counts to those there are; the map given is changed. */
export function addCounts(counts: Map<string, ExpiryCount>, more: readonly ExpiryCount[]): void {
  for (const count of more) {
    const { day, retentionGroupId, kind, held, world } = count
    const key = JSON.stringify([day, retentionGroupId, kind, held, world])
    const before = counts.get(key)
    counts.set(key, {
      ...count,
      recordings: count.recordings + (before?.recordings ?? 0),
      durationMs: count.durationMs + (before?.durationMs ?? 0),
    })
  }
}

const none = (): Due => ({ due: 0, held: 0 })

/** Days with anything on them, in their order. */
export function tallyByDay(counts: Iterable<ExpiryCount>): Map<string, DayTally> {
  const days = new Map<string, DayTally>()
  for (const { day, world, held, recordings } of counts) {
    const tally = days.get(day) ?? { day, now: none(), 'what-if': none() }
    tally[world][held ? 'held' : 'due'] += recordings
    days.set(day, tally)
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Sums over days: from `from` on, before `to`; either may be left out. */
export function sumOfDays(
  days: Iterable<DayTally>,
  world: RetentionWorld,
  { from, to }: { from?: string; to?: string } = {},
): Due {
  const sum = none()
  for (const tally of days) {
    if ((from !== undefined && tally.day < from) || (to !== undefined && tally.day >= to)) continue
    sum.due += tally[world].due
    sum.held += tally[world].held
  }
  return sum
}

/** The years in which a span of the calendar with anything in it begins, in their order; that of today is always among them. */
export function yearsOf(days: Iterable<DayTally>, today: string): number[] {
  const years = new Set([spanYearOf(today, today)])
  for (const { day } of days) years.add(spanYearOf(day, today))
  return [...years].sort((a, b) => a - b)
}

/** How dark a day is drawn, 0 to 4, beside the fullest day on screen. */
export function shadeOf(amount: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (amount <= 0 || most <= 0) return 0
  const step = Math.ceil(4 * Math.sqrt(Math.min(1, amount / most)))
  return step >= 4 ? 4 : step === 3 ? 3 : step === 2 ? 2 : 1
}

/** What a day's cell says in few letters: `7`, `1.2k`. */
export function shortCount(count: number): string {
  if (count < 1000) return String(count)
  const thousands = count / 1000
  return thousands < 10 ? `${Math.floor(thousands * 10) / 10}k` : `${Math.floor(thousands)}k`
}
