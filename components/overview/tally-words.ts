import { formatInstant, type Zone } from '@/lib/format/instant'
import type { Tally } from './tally'
import type { TallyReading } from './use-tally'

const number = (count: number) => count.toLocaleString('en-GB')

type Extent = Omit<TallyReading, 'tally'> & { tally: Pick<Tally, 'oldestUtc' | 'undated'> }

/** How much of the search was counted, and what the links open then, in sentences that are true at every moment. */
export function extentWords(reading: Extent, zone: Zone): string {
  const { state, read, unreadable, total, complete } = reading
  const left =
    unreadable === 0 ? '' : ` ${number(unreadable)} more could not be read and are in no chart.`
  if (state === 'ended' && complete)
    return `All ${number(read)} ${read === 1 ? 'recording' : 'recordings'} counted.${left}`
  const of = total === null ? '' : ` of ${number(total)}`
  const part = `${number(read)}${of} recordings`
  if (state === 'waiting' || state === 'reading')
    return read === 0 ? 'Counting recordings.' : `${part} counted so far, the newest first.${left}`
  const opened = `${linksOpen(reading.tally, zone)}${left}`
  if (state === 'ended') return `${part} counted, the newest; the charts show these alone.${opened}`
  return read === 0
    ? 'Stopped before anything was counted.'
    : `Stopped at ${part}; the charts show these alone.${opened}`
}

/** What began when the oldest counted did may have been left out, and is in the list all the same. */
function linksOpen({ oldestUtc, undated }: Extent['tally'], zone: Zone): string {
  if (oldestUtc === null) return ''
  const opened = ` Their links open what began at ${formatInstant(oldestUtc, zone)} or later.`
  if (undated === 0) return opened
  const [some, are] = undated === 1 ? ['One', 'is'] : [number(undated), 'are']
  return `${opened} ${some} without a start ${are} counted and not among them.`
}
