import type { Person } from '@/lib/contract/person'
import { type EvidenceLine, type HrRow, MATCH_WAYS, type MatchEvidence } from '../model'
import { foldEmail } from '../normal/email'
import type { Comparison } from './comparison'
import { activeText, employmentText, endpointText } from './wording'

/** What the two sides say of somebody, line by line; only lines that one of them fills. */
export type EvidenceLabel =
  | 'Name'
  | 'Employee number'
  | 'E-mail'
  | 'Department'
  | 'Job'
  | 'Employment'
  | 'Endpoints'

/**
 * HR's row and Focus's person side by side; either may be missing. `differs` names the lines that the mismatch is about.
 */
export function sideBySide(
  comparison: Comparison,
  row: HrRow | undefined,
  personAt: number,
  differs: readonly EvidenceLabel[],
): EvidenceLine[] {
  const person = comparison.focus.people[personAt]
  const numbers = row === undefined ? [] : [...row.phones, ...row.extensions]
  const lines: [EvidenceLabel, string | null | undefined, string | null | undefined][] = [
    ['Name', row?.name, person?.name],
    ['Employee number', row?.employeeNumber, person?.externalRef],
    ['E-mail', row?.emails.join(', '), person?.email],
    ['Department', row?.department, person?.department],
    ['Job', row?.jobTitle, person?.jobTitle],
    ['Employment', row && employmentText(row), person && activeText(person.active)],
    ['Endpoints', numbers.join(', '), person && endpointsText(comparison, personAt)],
  ]
  return lines.flatMap(([label, hr, focus]) =>
    hr || focus
      ? [{ label, hr: hr || null, focus: focus || null, differs: differs.includes(label) }]
      : [],
  )
}

/** Endpoints in use of a person. */
function endpointsText({ focus }: Comparison, personAt: number): string {
  const values = focus.endpointsOf.of(personAt).flatMap((place) => {
    const endpoint = focus.endpoints[place]
    return endpoint === undefined || endpoint.active === false ? [] : [endpointText(endpoint)]
  })
  return values.length === 0 ? 'None in use' : values.join(', ')
}

/** How a row was joined with its person; empty where it was not. */
export function matchEvidence(comparison: Comparison, rowAt: number): MatchEvidence[] {
  const { hr, focus, matches } = comparison
  const row = hr.rows[rowAt]
  const person = focus.people[matches.personOf[rowAt] ?? -1]
  const by = MATCH_WAYS[matches.wayOf[rowAt] ?? 0]
  if (row === undefined || person === undefined || by === undefined) return []
  if (by === 'employee-number') {
    const same = row.employeeNumber === person.externalRef
    const why = `Employee number ${row.employeeNumber} is the external reference in Focus${same ? '' : `, written ${person.externalRef} there`}.`
    return [{ by, confidence: 'certain', why }]
  }
  if (by === 'email') return [{ by, confidence: 'certain', why: emailWhy(row, person) }]
  if (by === 'phone') {
    const [place = -1] = hr.endpointsOfRow.of(rowAt)
    const endpoint = focus.endpoints[place]
    const number = endpoint === undefined ? 'The number' : endpointText(endpoint)
    const why = `${number} is theirs on both sides, and nothing in the names speaks against it.`
    return [{ by, confidence: 'likely', why }]
  }
  return [
    {
      by,
      confidence: 'possible',
      why: `The names ${row.name} and ${person.name} may be one person’s, and department or job is the same. Nothing else joins them.`,
    },
  ]
}

/** How a user was joined with an HR row, through the person or by the address. */
export function userMatchEvidence(comparison: Comparison, userAt: number): MatchEvidence[] {
  const { users, directory } = comparison
  const through = matchEvidence(comparison, users.rowOf[userAt] ?? -1)
  if (users.byNameAlone[userAt] !== 1) return through
  const why = `One person in Focus is called ${directory.users[userAt]?.name}. Nothing else joins the user with them.`
  return [{ by: 'name', confidence: 'possible', why }, ...through]
}

function emailWhy(row: HrRow, person: Person): string {
  const own = person.email ?? ''
  if (row.emails.includes(own)) return `E-mail ${own} is the same.`
  const folded = row.emails.find((email) => foldEmail(email) === foldEmail(own))
  if (folded === undefined) return `E-mail ${row.emails[0]} is an endpoint of theirs in Focus.`
  const caseAlone = folded.toLowerCase() === own.toLowerCase()
  return caseAlone
    ? `E-mail ${own} is the same, letter case apart.`
    : `E-mail ${folded} reaches the same mailbox as ${own}.`
}
