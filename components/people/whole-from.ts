import type { PersonActivity } from '@/lib/contract/person'
import { daysBetween } from './gaps'

/**
 * The first day (UTC) from which everything was counted to the last: where the counting stopped at a bound, the oldest day
 * that it came to is not whole. Null where no day is.
 */
export function wholeFrom({ days, fromDay, toDay, complete }: PersonActivity): string | null {
  if (complete) return fromDay
  const oldest = days[0]
  return oldest === undefined ? null : (daysBetween(oldest.day, toDay)[1] ?? null)
}
