import type { Forecast } from './forecast-run'
import { dayWords, recordingsWords } from './period-words'

const number = (count: number) => count.toLocaleString('en-GB')

/** How much of the search was read, in a sentence that is true at every moment of a forecast. */
export function extentWords({ state, progress, end }: Forecast): string {
  if (progress === null) return state === 'cancelled' ? 'Stopped before anything was read.' : ''
  const unreadable =
    progress.unreadable === 0 ? '' : ` ${number(progress.unreadable)} more could not be read.`
  if (end?.complete)
    return `All ${recordingsWords(progress.read)} read${rangeWords(end)}.${unreadable}`
  const of = progress.total === null ? '' : ` of ${number(progress.total)}`
  const part = `${number(progress.read)}${of} ${progress.read === 1 && of === '' ? 'recording' : 'recordings'}`
  if (end !== null)
    return `${part} read, the oldest first${rangeWords(end)}; the calendar counts these.${unreadable}`
  if (state === 'cancelled' || state === 'failed')
    return `Stopped at ${part}; the calendar counts these.${unreadable}`
  return `${part} read so far, the oldest first.${unreadable}`
}

function rangeWords({ oldestUtc, newestUtc }: NonNullable<Forecast['end']>): string {
  if (oldestUtc === null || newestUtc === null) return ''
  const [from, to] = [oldestUtc, newestUtc].map((utc) => dayWords(utc.slice(0, 10)))
  return from === to ? `, of ${from}` : `, ${from} to ${to}`
}

/** What only a hold keeps: of a day that has come, and of later ones. Null when there is none. */
export function heldWords(dueNow: number, dueLater: number): string | null {
  if (dueNow + dueLater === 0) return null
  const parts = [
    ...(dueNow > 0 ? [`${number(dueNow)} would be deleted when the hold is lifted`] : []),
    ...(dueLater > 0 ? [`${number(dueLater)} not before a day to come`] : []),
  ]
  return `${recordingsWords(dueNow + dueLater)} on hold: ${parts.join(', ')}.`
}
