import type { TallyReading } from './use-tally'

const number = (count: number) => count.toLocaleString('en-GB')

/** How much of the search was counted, in a sentence that is true at every moment. */
export function extentWords(reading: Omit<TallyReading, 'tally'>): string {
  const { state, read, unreadable, total, complete } = reading
  const left =
    unreadable === 0 ? '' : ` ${number(unreadable)} more could not be read and are in no chart.`
  if (state === 'ended' && complete)
    return `All ${number(read)} ${read === 1 ? 'recording' : 'recordings'} counted.${left}`
  const of = total === null ? '' : ` of ${number(total)}`
  const part = `${number(read)}${of} recordings`
  if (state === 'waiting' || state === 'reading')
    return read === 0 ? 'Counting recordings.' : `${part} counted so far, the newest first.${left}`
  if (state === 'ended') return `${part} counted, the newest; the charts show these alone.${left}`
  return read === 0
    ? 'Stopped before anything was counted.'
    : `Stopped at ${part}; the charts show these alone.${left}`
}
