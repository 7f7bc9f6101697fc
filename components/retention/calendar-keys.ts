/** Days of the year on which a key moves the calendar's focus. All days are UTC days, `YYYY-MM-DD`. */

const DAY_MS = 86_400_000

/** Where a key takes the focus from a day, within its year; null for a key that means nothing here. */
export function calendarKey(key: string, day: string): string | null {
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

const within = (from: string, to: string) => (from.slice(0, 4) === to.slice(0, 4) ? to : from)

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

/** The weeks of a month, Monday first; null where a week reaches into another month. `month` counts from 1. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const count = Number(endOfMonth(first).slice(8))
  const cells: (string | null)[] = Array.from({ length: before }, () => null)
  for (let date = 1; date <= count; date += 1) cells.push(addDays(first, date - 1))
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
