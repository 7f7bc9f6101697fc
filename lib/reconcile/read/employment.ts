import type { HrRow } from '../model'
import { readStatus } from './status'

/**
 * Whether somebody works there on `today` (ISO date). Dates go before the word: whoever starts later is not there yet, whoever
 * leaves later still is, the last day included, and whoever's last day has passed has left. An end before the start is that of an
 * earlier employment.
 */
export function employmentOn(
  today: string,
  status: string | null,
  startDate: string | null,
  endDate: string | null,
): HrRow['employment'] {
  const word = status === null ? 'unknown' : readStatus(status)
  if (startDate !== null && startDate > today) return 'not-yet'
  const ends = endDate !== null && (startDate === null || endDate >= startDate) ? endDate : null
  if (ends !== null) return ends < today ? 'left' : 'employed'
  if (word !== 'unknown') return word
  // A word that nobody knows says less than the day somebody began.
  return startDate !== null ? 'employed' : 'unknown'
}
