import { inUse } from '../matching/focus-index'
import type { HrRow } from '../model'
import type { Comparison } from './comparison'

/** Works there as far as HR says; `unknown` is taken for yes. */
export function isEmployed(row: HrRow): boolean {
  return row.employment === 'employed' || row.employment === 'unknown'
}

/** The row that speaks for a person, with its place; null where there is none, or nothing can be said. */
export function rowFor(
  comparison: Comparison,
  personAt: number,
): { at: number; row: HrRow } | null {
  const at = comparison.settled.rowOf[personAt] ?? -1
  const row = comparison.hr.rows[at]
  return row === undefined ? null : { at, row }
}

/** Every person with the row that speaks for them. */
export function* settledPeople(comparison: Comparison) {
  const { people } = comparison.focus
  for (let personAt = 0; personAt < people.length; personAt++) {
    const person = people[personAt]
    const found = rowFor(comparison, personAt)
    if (person !== undefined && found !== null) yield { personAt, person, ...found }
  }
}

/** Places of the endpoints in use of a person. */
export function endpointsInUse({ focus }: Comparison, personAt: number): number[] {
  return focus.endpointsOf.of(personAt).filter((place) => {
    const endpoint = focus.endpoints[place]
    return endpoint !== undefined && inUse(endpoint)
  })
}

export function endpointIdsAt({ focus }: Comparison, places: readonly number[]): number[] {
  return places.flatMap((place) => focus.endpoints[place]?.endpointId ?? [])
}
