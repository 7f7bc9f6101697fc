import type { GatherProgress } from '@/lib/contract/access-event'
import type { EventCounts } from './event-list'
import { counted } from './event-words'

const number = (count: number) => count.toLocaleString('en-GB')

/** `214 accesses to 61 recordings`. */
export function countWords({ accesses, recordings }: EventCounts): string {
  const words = counted(accesses, 'access', 'accesses')
  return recordings === 0 ? words : `${words} to ${counted(recordings, 'recording', 'recordings')}`
}

/**
 * How much of Focus's audit lies behind the rows, with everything that is missing: `412 of 3,000 recordings read from
 * Focus, 2 refused`. `asked` is false where Focus was not asked at all.
 */
export function readWords(progress: GatherProgress, asked: boolean, ended: boolean): string {
  if (!asked) return 'the ledger alone; Focus was not asked'
  const { recordings, found, read, refused, failed, unreadable } = progress
  if (recordings === null)
    return ended ? 'no recording was read from Focus' : 'finding the recordings'
  const parts = [
    `${number(read)} of ${counted(recordings, 'recording', 'recordings')} read from Focus`,
    refused > 0 && `${number(refused)} refused`,
    failed > 0 && `${number(failed)} failed`,
    refused + failed === 0 && ended && read === recordings && 'none refused',
    found !== null &&
      found > recordings &&
      `${number(found - recordings)} more were found than are read; narrow the search`,
    unreadable > 0 &&
      `${number(unreadable)} ${unreadable === 1 ? 'row' : 'rows'} could not be read`,
  ]
  return parts.filter((part) => part !== false).join(', ')
}

/** Whether something that was asked for is missing from what is shown. */
export function isPartial(progress: GatherProgress, asked: boolean): boolean {
  if (!asked) return false
  const { recordings, found, read, refused, failed, unreadable } = progress
  const unread = recordings === null ? 0 : recordings - read
  return unread > 0 || refused + failed + unreadable > 0 || (found ?? 0) > (recordings ?? 0)
}
