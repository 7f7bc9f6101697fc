import type { Firm, Person } from '../tenant/firm'
import { faultAt, KNOWN_PEOPLE, PEOPLE_OF_A_BLOCK } from '../tenant/firm-faults'
import type { Clue, ClueSite } from './clue-rows'
import { CLUES, type ClueName } from './clues'
import type { Employee } from './employee'
import { withoutMarks } from './spell-names'

/** The rows that say a clue, by its name. */
export type WrittenClues = Record<ClueName, Employee[]>

/**
 * Writes every clue once in every block of people, in the row of the first with nothing wrong whom it suits. `siteOf` says what can be
 * done beside a row.
 */
export function writeClues(
  { subscribers, further, furtherUsers }: Firm,
  employees: readonly Employee[],
  siteOf: (row: Employee) => Pick<ClueSite, 'plant' | 'omit' | 'add'>,
): WrittenClues {
  // Object.entries gives strings, though the names are known.
  const clues = Object.entries(CLUES) as [ClueName, Clue][]
  // Made of every name, which is what the record asks for.
  const written = Object.fromEntries(clues.map(([name]) => [name, []])) as unknown as WrittenClues
  const people = [...subscribers, ...further]
  const userIds = new Map(furtherUsers.map(({ email, userId }) => [email, [userId]]))
  const alike = countAlike(people)
  for (let from = 0; from < people.length; from += PEOPLE_OF_A_BLOCK) {
    const sites = ordinaryPlaces(from, people.length).flatMap((at): ClueSite[] => {
      const [person, row] = [people[at], employees[at]]
      if (person === undefined || row === undefined) return []
      const nameStandsAlone = alike.get(beginningOf(person)) === 1
      const block = from / PEOPLE_OF_A_BLOCK
      const own = { person, row, at, userIds: userIds.get(person.email) ?? [] }
      return [{ ...siteOf(row), ...own, block, nameStandsAlone }]
    })
    for (const [name, clue] of clues) {
      const place = sites.findIndex((site) => clue.suits?.(site) ?? true)
      const [site] = place === -1 ? [] : sites.splice(place, 1)
      if (site !== undefined) written[name].push(clue.write(site))
    }
  }
  return written
}

/** Those of the block from there on who have no fault, nor are the colleague in one. */
function ordinaryPlaces(from: number, people: number): number[] {
  const until = Math.min(from + PEOPLE_OF_A_BLOCK, people)
  return Array.from({ length: until - from }, (_, nth) => from + nth).filter(
    (at) => at >= KNOWN_PEOPLE && faultAt(at, people) === null && faultAt(at - 1, people) === null,
  )
}

function countAlike(people: readonly Person[]): Map<string, number> {
  const alike = new Map<string, number>()
  for (const person of people) {
    const beginning = beginningOf(person)
    alike.set(beginning, (alike.get(beginning) ?? 0) + 1)
  }
  return alike
}

/** Department, family name and initial. Kate may be a Catherine as well. */
function beginningOf({ department, firstName, lastName }: Person): string {
  const initial = withoutMarks(firstName).charAt(0).replace('K', 'C')
  return `${department} ${withoutMarks(lastName)} ${initial}`
}
