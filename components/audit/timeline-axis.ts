import { Temporal } from 'temporal-polyfill'

export type Tick = { ms: number; label: string }

type Step = { unit: 'minutes' | 'hours' | 'days' | 'months'; every: number; aboutMs: number }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const STEPS: readonly Step[] = [
  ...[1, 5, 15, 30].map((every) => step('minutes', every, MINUTE_MS)),
  ...[1, 3, 6, 12].map((every) => step('hours', every, HOUR_MS)),
  ...[1, 2, 7, 14].map((every) => step('days', every, DAY_MS)),
  ...[1, 3, 6, 12, 24, 60].map((every) => step('months', every, 30.44 * DAY_MS)),
]
const DAYS = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ')
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const LEAST_APART_PX = 92

function step(unit: Step['unit'], every: number, unitMs: number): Step {
  return { unit, every, aboutMs: every * unitMs }
}

/**
 * Where the words of an axis stand: on round hours, days or months of the zone's own clock, at least so far apart that they
 * can be read. `timeZone` is an IANA name.
 */
export function axisTicks(
  range: { fromMs: number; toMs: number },
  widthPx: number,
  timeZone: string,
): Tick[] {
  const { fromMs, toMs } = range
  if (toMs <= fromMs || widthPx < LEAST_APART_PX) return []
  const leastMs = ((toMs - fromMs) / widthPx) * LEAST_APART_PX
  const chosen = STEPS.find((candidate) => candidate.aboutMs >= leastMs) ?? STEPS.at(-1)
  if (chosen === undefined) return []
  const ticks: Tick[] = []
  let at = floor(
    Temporal.Instant.fromEpochMilliseconds(Math.floor(fromMs)).toZonedDateTimeISO(timeZone),
    chosen,
  )
  for (let guard = 0; guard < 500; guard += 1) {
    const ms = at.epochMilliseconds
    if (ms >= toMs) break
    if (ms >= fromMs) ticks.push({ ms, label: label(at, chosen) })
    at = next(at, chosen)
  }
  return ticks
}

function floor(at: Temporal.ZonedDateTime, { unit, every }: Step): Temporal.ZonedDateTime {
  const day = at.startOfDay()
  if (unit === 'days') return every === 7 ? day.subtract({ days: day.dayOfWeek - 1 }) : day
  if (unit === 'months')
    return day.with({ day: 1, month: day.month - ((day.month - 1) % Math.min(every, 12)) })
  return day
}

/** By the clock on the wall: an hour that summer time skips or repeats does not shift what follows. */
function next(at: Temporal.ZonedDateTime, { unit, every }: Step): Temporal.ZonedDateTime {
  if (unit === 'days' || unit === 'months') return at.add({ [unit]: every }).startOfDay()
  const later = at.toPlainDateTime().add({ [unit]: every })
  const zoned = later.toZonedDateTime(at.timeZoneId)
  return later.day === at.day ? zoned : zoned.startOfDay()
}

function label(at: Temporal.ZonedDateTime, { unit }: Step): string {
  if (unit === 'months') return `${MONTHS[at.month - 1]} ${at.year}`
  if (unit === 'days' || (at.hour === 0 && at.minute === 0))
    return `${DAYS[at.dayOfWeek - 1]} ${at.day}${at.day === 1 ? ` ${MONTHS[at.month - 1]}` : ''}`
  return `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`
}
