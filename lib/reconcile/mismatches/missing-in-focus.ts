import { referenceOf } from '../matching/hr-index'
import type { HrRow } from '../model'
import { foldEmail } from '../normal/email'
import type { Comparison, FindMismatches } from './comparison'
import { sideBySide } from './evidence'
import { keyOf, rowIdentity } from './keys'
import { isEmployed } from './people-of-rows'
import { dayText, linesText, rowTitle } from './wording'

/** Somebody employed whom nobody in Focus matches. Rows of one employee number or address are one person. */
export const missingInFocus: FindMismatches = function* (comparison) {
  for (const rows of missingPeople(comparison)) {
    const [row] = rows
    if (row === undefined) continue
    const lines = rows.map(({ line }) => line)
    const since = row.startDate === null ? '' : ` since ${dayText(row.startDate)}`
    yield {
      kind: 'missing-in-focus',
      key: keyOf('missing-in-focus', rowIdentity(row)),
      title: rowTitle(row),
      sentence: `${rowTitle(row)} works here${since} by ${linesText(lines)}, and nobody in Focus has their employee number, e-mail, number, or name with department or job.`,
      suggestedAction:
        'In Focus: create the person with their number, if they are to be recorded. If they are in Focus under another name, give them the employee number as external reference.',
      evidence: sideBySide(comparison, row, -1, ['Name']),
      matchedBy: [],
      hrLines: lines,
      personIds: [],
      endpointIds: [],
      userIds: [],
    }
  }
}

function missingPeople(comparison: Comparison): HrRow[][] {
  const { hr, matches, named } = comparison
  const withUser = rowsOfNamedUsers(comparison)
  const people: HrRow[][] = []
  const known = new Map<string, HrRow[]>()
  for (const [at, row] of hr.rows.entries()) {
    if (!isEmployed(row) || (matches.personOf[at] ?? -1) !== -1) continue
    if (matches.ambiguous.has(at) || named.rows.has(at) || withUser.has(at)) continue
    const identities = [rowIdentity(row), ...row.emails.map(foldEmail)]
    let person = identities
      .map((identity) => known.get(identity))
      .find((rows) => rows !== undefined && !otherNumber(rows[0], row))
    if (person === undefined) {
      person = []
      people.push(person)
    }
    person.push(row)
    for (const identity of identities) if (!known.has(identity)) known.set(identity, person)
  }
  return people
}

/** Rows whose user is named for having no person: that says the same. */
function rowsOfNamedUsers({ users, named }: Comparison): Set<number> {
  const rows = new Set<number>()
  for (const at of named.users) if (users.personOf[at] === -1) rows.add(users.rowOf[at] ?? -1)
  return rows
}

function otherNumber(one: HrRow | undefined, other: HrRow): boolean {
  const [a, b] = [one === undefined ? null : referenceOf(one), referenceOf(other)]
  return a !== null && b !== null && a !== b
}
