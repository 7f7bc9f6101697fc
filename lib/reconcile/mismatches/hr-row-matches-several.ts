import type { MatchWay } from '../model'
import type { FindMismatches } from './comparison'
import { sideBySide } from './evidence'
import { ids, keyOf, rowIdentity } from './keys'
import { listed, rowTitle } from './wording'

const SAME: Record<MatchWay, string> = {
  'employee-number': 'has the employee number',
  email: 'has the e-mail',
  phone: 'has a number',
  name: 'has the name and the department or job',
}

/** A row that several people may be. Nothing else is said of it. */
export const hrRowMatchesSeveral: FindMismatches = function* (comparison) {
  const { hr, focus, matches } = comparison
  for (const [rowAt, { people: places, way }] of matches.ambiguous) {
    const row = hr.rows[rowAt]
    if (row === undefined) continue
    const people = places.flatMap((place) => focus.people[place] ?? [])
    const personIds = people.map(({ personId }) => personId)
    const names = listed(people.map(({ name, personId }) => `${name} (${personId})`))
    const [first = -1] = places
    yield {
      kind: 'hr-row-matches-several',
      key: keyOf('hr-row-matches-several', rowIdentity(row), ids('p', personIds)),
      title: rowTitle(row),
      sentence: `Line ${row.line} may be any of ${people.length} people in Focus: each of ${names} ${SAME[way]} of this line.`,
      suggestedAction:
        'In Focus: find out which of them is meant, and merge or deactivate the others, or give each their own external reference. Nothing else is said of this line until then.',
      evidence: [
        ...sideBySide(comparison, row, first, []).map((line) => ({
          ...line,
          focus: line.hr === null ? null : listed(everyFocus(comparison, row, places, line.label)),
        })),
      ].filter(({ hr: ofHr }) => ofHr !== null),
      matchedBy: [],
      hrLines: [row.line],
      personIds,
      endpointIds: [],
      userIds: [],
    }
  }
}

/** What each of the people has in one line of the evidence. */
function everyFocus(
  comparison: Parameters<FindMismatches>[0],
  row: Parameters<typeof sideBySide>[1],
  places: readonly number[],
  label: string,
): string[] {
  return places.map(
    (place) =>
      sideBySide(comparison, row, place, []).find((line) => line.label === label)?.focus ?? '–',
  )
}
