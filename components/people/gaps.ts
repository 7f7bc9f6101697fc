const DAY_MS = 86_400_000

/** A stretch without a recording: first and last day of it (UTC, `YYYY-MM-DD`), and how many of them were weekdays. */
export type Gap = { from: string; to: string; weekdays: number }

/** Fewer weekdays than this without a call are nothing to speak of. */
export const LEAST_WEEKDAYS = 3

/** The days from one to the other, both with them, oldest first. */
export function daysBetween(from: string, to: string): string[] {
  const first = Date.parse(`${from}T00:00:00Z`)
  const last = Date.parse(`${to}T00:00:00Z`)
  const count = Math.max(0, Math.round((last - first) / DAY_MS) + 1)
  return Array.from({ length: count }, (_, at) =>
    new Date(first + at * DAY_MS).toISOString().slice(0, 10),
  )
}

/** Whether a day is Monday to Friday. */
export function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The stretches of at least three weekdays in a row, whatever weekends lie between, on which nothing was recorded. */
export function gapsIn(recorded: ReadonlySet<string>, from: string, to: string): Gap[] {
  const gaps: Gap[] = []
  let isOpen = false
  for (const day of daysBetween(from, to)) {
    if (recorded.has(day)) isOpen = false
    else if (isWeekday(day)) {
      const open = isOpen ? gaps.pop() : undefined
      gaps.push({ from: open?.from ?? day, to: day, weekdays: (open?.weekdays ?? 0) + 1 })
      isOpen = true
    }
  }
  return gaps.filter(({ weekdays }) => weekdays >= LEAST_WEEKDAYS)
}
