/* All days are UTC days, `YYYY-MM-DD`. */

const DAY_MS = 86_400_000

/** Twelve months on screen: from the first day on, before the second. */
export type Span = { from: string; to: string }

/** The months that begin with this one of a year, so that what comes next stands first. */
export function spanOf(year: number, today: string): Span {
  const month = today.slice(5, 7)
  return { from: `${digits(year)}-${month}-01`, to: `${digits(year + 1)}-${month}-01` }
}

/** The year in which the span that holds a day begins. */
export function spanYearOf(day: string, today: string): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5, 7) < today.slice(5, 7) ? year - 1 : year
}

/** Its months, each as its first day. */
export function monthsOf({ from }: Span): string[] {
  return Array.from({ length: 12 }, (_, at) => addMonths(from, at))
}

const digits = (year: number) => String(year).padStart(4, '0')

/** Where a key takes the focus from a day, within the span; null for a key that means nothing here. */
export function calendarKey(key: string, day: string, span: Span): string | null {
  const within = (from: string, to: string) => (to >= span.from && to < span.to ? to : from)
  switch (key) {
    case 'ArrowLeft':
      return within(day, addDays(day, -1))
    case 'ArrowRight':
      return within(day, addDays(day, 1))
    case 'ArrowUp':
      return within(day, addDays(day, -7))
    case 'ArrowDown':
      return within(day, addDays(day, 7))
    case 'Home':
      return `${day.slice(0, 8)}01`
    case 'End':
      return endOfMonth(day)
    case 'PageUp':
      return within(day, addMonths(day, -1))
    case 'PageDown':
      return within(day, addMonths(day, 1))
    default:
      return null
  }
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

function endOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** The same date of another month, or its last day. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  return new Date(
    Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())),
  )
    .toISOString()
    .slice(0, 10)
}

/** The weeks of the month that begins with `first`, Monday first; null where a week reaches into another month. */
export function weeksOf(first: string): (string | null)[][] {
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const count = Number(endOfMonth(first).slice(8))
  const cells: (string | null)[] = Array.from({ length: before }, () => null)
  for (let date = 1; date <= count; date += 1) cells.push(addDays(first, date - 1))
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
