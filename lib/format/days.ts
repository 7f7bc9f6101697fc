const YEAR_DAYS = 365

/** `30 days`, `1 day`, `3,650 days`, `for ever`. */
export function daysWords(days: number | null): string {
  if (days === null) return 'for ever'
  return `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`
}

/** `about 10 years`, where days are too many to picture; null else. */
export function yearsWords(days: number | null): string | null {
  if (days === null || days < 2 * YEAR_DAYS) return null
  const years = Math.round((days / YEAR_DAYS) * 2) / 2
  return `about ${years.toLocaleString('en-GB')} years`
}
