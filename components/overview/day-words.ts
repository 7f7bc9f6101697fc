const LONG = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
const SHORT = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' })

/** `2026-11-23` as `Mon, 23 Nov 2026`. */
export const dayWords = (day: string): string => LONG.format(new Date(`${day}T00:00:00Z`))

/** `2026-11-23` as `23 Nov`. */
export const shortDay = (day: string): string => SHORT.format(new Date(`${day}T00:00:00Z`))

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
