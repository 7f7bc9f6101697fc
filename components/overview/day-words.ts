import { formatInstant } from '@/lib/format/instant'

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' })

/** `2026-11-23` as `Mon, 23 Nov 2026`. */
export const dayWords = (day: string): string =>
  `${WEEKDAY.format(new Date(`${day}T00:00:00Z`))}, ${formatInstant(`${day}T00:00:00Z`, 'utc', 'date')}`

/** `2026-11-23` as `23 Nov`. */
export const shortDay = (day: string): string =>
  formatInstant(`${day}T00:00:00Z`, 'utc', 'short-date')

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

/** An hour of the day as its span, `14–15`. */
export const hourWords = (hour: number): string => `${hour}–${hour + 1}`
