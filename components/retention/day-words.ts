import type { RetentionState } from '@/lib/url/retention-url'
import type { DayTally, Due } from './forecast-tally'
import { dayWords, recordingsWords } from './period-words'

const NONE: Due = { due: 0, held: 0 }

/** How much a day's cell shows: a count, or by how much the imagined world differs. */
export function amountOf(tally: DayTally | undefined, world: RetentionState['world']): number {
  if (tally === undefined) return 0
  if (world === 'difference') return tally['what-if'].due - tally.now.due
  return tally[world].due
}

/** `+18`, `−5`, nothing for none. The minus sign is the typographic one. */
export function signed(amount: number): string {
  if (amount === 0) return ''
  return amount > 0 ? `+${amount.toLocaleString('en-GB')}` : `−${(-amount).toLocaleString('en-GB')}`
}

/** A day for a voice, with the numbers of both worlds where there are two. */
export function spokenDay(
  day: string,
  tally: DayTally | undefined,
  options: { moved: boolean; today: string },
): string {
  const now = tally?.now ?? NONE
  const then = tally?.['what-if'] ?? NONE
  const date = `${dayWords(day)}${day === options.today ? ', today' : ''}`
  if (!options.moved) return `${date}: ${dueWords(now)}`
  if (now.due === then.due && now.held === then.held) return `${date}: ${dueWords(now)}, as now`
  return `${date}: now ${dueWords(now)}; if moved ${dueWords(then)}`
}

function dueWords({ due, held }: Due): string {
  if (due === 0 && held === 0) return 'nothing'
  const parts = [
    ...(due > 0 ? [recordingsWords(due)] : []),
    ...(held > 0 ? [`${held.toLocaleString('en-GB')} on hold`] : []),
  ]
  return parts.join(', ')
}

/** What becomes of a day's recordings as things are: `This day has come. 1 recording was to be deleted on it.` */
export function dayFate(due: number, past: boolean): string {
  const come = past ? 'This day has come. ' : ''
  if (due === 0) return `${come}Nothing is to be deleted on it as things are.`
  const verb = past ? (due === 1 ? 'was' : 'were') : due === 1 ? 'is' : 'are'
  return `${come}${recordingsWords(due)} ${verb} to be deleted on it.`
}
