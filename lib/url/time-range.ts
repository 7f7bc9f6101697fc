import { Temporal } from 'temporal-polyfill'

/** A time range as it is written: each end `now-6h`, `now/d`, a date, a date with time, or an instant. */
export type TimeRange = { from: string | null; to: string | null }

export const TIME_PRESETS: readonly { label: string; range: TimeRange }[] = [
  { label: 'Any time', range: { from: null, to: null } },
  { label: 'Last hour', range: { from: 'now-1h', to: null } },
  { label: 'Last 24 hours', range: { from: 'now-24h', to: null } },
  { label: 'Last 7 days', range: { from: 'now-7d', to: null } },
  { label: 'Last 30 days', range: { from: 'now-30d', to: null } },
  { label: 'Today', range: { from: 'now/d', to: 'now/d' } },
  { label: 'Yesterday', range: { from: 'now-1d/d', to: 'now-1d/d' } },
  { label: 'This month', range: { from: 'now/M', to: 'now/M' } },
]

const UNITS = {
  s: 'seconds',
  m: 'minutes',
  h: 'hours',
  d: 'days',
  w: 'weeks',
  M: 'months',
  y: 'years',
} as const
type Unit = keyof typeof UNITS
const RELATIVE = /^now(?:([+-])(\d{1,5})([smhdwMy]))?(?:\/([smhdwMy]))?$/
const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?$/

/**
 * The instant (ISO 8601, UTC, `Z`) that one end of a range means. `nowUtc` is an instant, `timeZone` an IANA name. An end
 * is exclusive, so `now/d` or a whole date as `to` is the start of the next day. Days, weeks, months and years follow the
 * clock on the wall across a change of summer time; hours do not. A time that the wall clock skips is taken after the gap, one it
 * shows twice is taken the first time. Null when the text is none of the forms.
 */
export function resolveInstant(
  text: string,
  end: 'from' | 'to',
  nowUtc: string,
  timeZone: string,
): string | null {
  try {
    const at = resolve(text.trim(), end, nowUtc, timeZone)
    if (at === null || at.epochMilliseconds < 0) return null
    const instant = at.toString({ smallestUnit: 'millisecond' })
    // The contract takes four-digit years.
    return /^\d{4}-/.test(instant) ? instant : null
  } catch {
    return null // a date such as 2026-02-30, or one beyond what a calendar holds
  }
}

function resolve(text: string, end: 'from' | 'to', nowUtc: string, timeZone: string) {
  const relative = RELATIVE.exec(text)
  if (relative) {
    let at = Temporal.Instant.from(nowUtc).toZonedDateTimeISO(timeZone)
    const [, sign, amount, unit, round] = relative
    if (sign !== undefined && unit !== undefined) {
      const span = { [UNITS[unit as Unit]]: Number(amount) } // the pattern admits only units
      at = sign === '-' ? at.subtract(span) : at.add(span)
    }
    if (round !== undefined) at = startOf(at, round as Unit, end) // the pattern admits only units
    return at.toInstant()
  }
  const local = LOCAL.exec(text)
  if (local?.[1] !== undefined) {
    if (local[2] !== undefined)
      return Temporal.PlainDateTime.from(`${local[1]}T${local[2]}`)
        .toZonedDateTime(timeZone)
        .toInstant()
    const date = Temporal.PlainDate.from(local[1])
    return (end === 'to' ? date.add({ days: 1 }) : date).toZonedDateTime(timeZone).toInstant()
  }
  return /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(text) ? Temporal.Instant.from(text) : null
}

function startOf(at: Temporal.ZonedDateTime, unit: Unit, end: 'from' | 'to') {
  const start = floor(at, unit)
  if (end === 'from') return start
  const next = start.add({ [UNITS[unit]]: 1 })
  return unit === 's' || unit === 'm' || unit === 'h' ? next : floor(next, unit)
}

function floor(at: Temporal.ZonedDateTime, unit: Unit): Temporal.ZonedDateTime {
  if (unit === 's') return at.round({ smallestUnit: 'second', roundingMode: 'floor' })
  if (unit === 'm') return at.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  if (unit === 'h') return at.round({ smallestUnit: 'hour', roundingMode: 'floor' })
  const day = at.startOfDay()
  if (unit === 'w') return day.subtract({ days: day.dayOfWeek - 1 }).startOfDay()
  if (unit === 'M') return day.with({ day: 1 }).startOfDay()
  if (unit === 'y') return day.with({ month: 1, day: 1 }).startOfDay()
  return day
}

/** What is wrong with a written range, in a sentence; null when nothing is. */
export function rangeMistake(range: TimeRange, nowUtc: string, timeZone: string): string | null {
  const from = range.from === null ? null : resolveInstant(range.from, 'from', nowUtc, timeZone)
  const to = range.to === null ? null : resolveInstant(range.to, 'to', nowUtc, timeZone)
  if (range.from !== null && from === null) return `“${range.from}” is no time. ${TIME_FORMS}`
  if (range.to !== null && to === null) return `“${range.to}” is no time. ${TIME_FORMS}`
  if (from !== null && to !== null && from >= to) return 'The range ends before it begins.'
  return null
}

export const TIME_FORMS = 'Write now-7d, now/d, 2026-11-23 or 2026-11-23 14:05.'

/** A range in words, for its button: a preset's name, else what was written. */
export function rangeWords(range: TimeRange): string {
  const preset = TIME_PRESETS.find(
    (candidate) => candidate.range.from === range.from && candidate.range.to === range.to,
  )
  if (preset) return preset.label
  const relative = /^now-(\d+)([smhdwMy])$/.exec(range.from ?? '')
  if (relative && range.to === null) {
    const unit = UNITS[relative[2] as Unit] // the pattern admits only units
    return relative[1] === '1' ? `Last ${unit.slice(0, -1)}` : `Last ${relative[1]} ${unit}`
  }
  if (range.to === null) return `From ${range.from}`
  return range.from === null ? `Until ${range.to}` : `${range.from} to ${range.to}`
}
