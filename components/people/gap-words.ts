import { formatInstant } from '@/lib/format/instant'
import type { Gap } from './gaps'

/** `5 Nov 2026`, of a UTC day `2026-11-05`. */
export function dayWords(day: string): string {
  return formatInstant(`${day}T00:00:00Z`, 'utc', 'date')
}

/** `Nothing from 5 Nov 2026 to 9 Nov 2026: 3 weekdays.` `today` is the last day that was counted. */
export function gapWords({ from, to, weekdays }: Gap, today: string): string {
  const end = to === today ? 'until now' : `to ${dayWords(to)}`
  return `Nothing from ${dayWords(from)} ${end}: ${weekdays} weekdays.`
}
