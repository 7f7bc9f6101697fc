import 'server-only'
import type { Person } from '@/lib/contract/person'
import { type Clock, systemClock } from '@/lib/focus/clock'
import type { Focus } from '@/lib/focus/focus'
import { patiently } from './read-focus-audit'

type FocusCall = Parameters<Focus['searchPeople']>[1]

export const MOST_PEOPLE = 10_000
const KEPT_MS = 5 * 60_000
let kept: { atMs: number; of: unknown; people: Person[] } | null = null

/**
 * Everybody in Focus's directory, 10,000 at most; read once in five minutes.
 * Throws the problems of `searchPeople`, and the signal's reason.
 */
export async function directory(
  focus: Pick<Focus, 'searchPeople'>,
  call: FocusCall,
  clock: Clock = systemClock,
): Promise<Person[]> {
  if (kept !== null && kept.of === focus && clock.now() - kept.atMs < KEPT_MS) return kept.people
  const people: Person[] = []
  for (let offset: number | null = 0; offset !== null && people.length < MOST_PEOPLE; ) {
    const at: number = offset
    const page = await patiently((own) => focus.searchPeople({ offset: at }, own), call, clock)
    people.push(...page.people)
    offset = page.nextOffset
  }
  kept = { atMs: clock.now(), of: focus, people: people.slice(0, MOST_PEOPLE) }
  return kept.people
}
