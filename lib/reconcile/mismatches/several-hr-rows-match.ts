import type { FindMismatches } from './comparison'
import { matchEvidence } from './evidence'
import { ids, keyOf } from './keys'
import { employmentText, linesText, listed, personTitle } from './wording'

/** Somebody who has several rows, none of them the employment before another. */
export const severalHrRowsMatch: FindMismatches = function* (comparison) {
  const { hr, focus, settled } = comparison
  for (const { person: personAt, rows: places, agree } of settled.several) {
    const person = focus.people[personAt]
    if (person === undefined) continue
    const rows = places.flatMap((place) => hr.rows[place] ?? [])
    const lines = rows.map(({ line }) => line)
    const every = (of: (row: (typeof rows)[number]) => string | null) =>
      listed(rows.map((row) => of(row) ?? '–'))
    const line = (label: string, ofHr: string, ofFocus: string | null) => ({
      label,
      hr: ofHr,
      focus: ofFocus,
      differs: !agree && new Set(ofHr.split(/, | and /)).size > 1,
    })
    yield {
      kind: 'several-hr-rows-match',
      key: keyOf('several-hr-rows-match', ids('p', [person.personId])),
      title: personTitle(person),
      sentence: agree
        ? `${person.name} stands in HR’s file ${rows.length} times, on ${linesText(lines)}, with the same said each time.`
        : `HR’s file has ${rows.length} rows for ${person.name}, on ${linesText(lines)}, and they say different things.`,
      suggestedAction: agree
        ? 'In HR: keep one of the rows.'
        : 'In HR: find out which row is right, and end or correct the others. Nothing else is said of this person until then.',
      evidence: [
        line(
          'Name',
          every(({ name }) => name),
          person.name,
        ),
        line(
          'Employee number',
          every((row) => row.employeeNumber),
          person.externalRef,
        ),
        line(
          'E-mail',
          every((row) => row.emails.join(' ') || null),
          person.email,
        ),
        line(
          'Department',
          every((row) => row.department),
          person.department,
        ),
        line(
          'Job',
          every((row) => row.jobTitle),
          person.jobTitle,
        ),
        line('Employment', every(employmentText), null),
      ],
      matchedBy: places.flatMap((place) => matchEvidence(comparison, place)),
      hrLines: lines,
      personIds: [person.personId],
      endpointIds: [],
      userIds: [],
    }
  }
}
