import { referenceOf } from '../matching/hr-index'
import type { HrRow, MismatchKind } from '../model'
import { foldEmail } from '../normal/email'
import { plainWords } from '../normal/letters'

/** The key of a mismatch: kind and identities, so that the same fault has the same one from run to run. */
export function keyOf(kind: MismatchKind, ...identities: string[]): string {
  return [kind, ...identities].join('|')
}

/** Ids of Focus, in their order. */
export function ids(of: 'p' | 'e' | 'u', list: readonly number[]): string {
  return `${of}:${[...list].sort((a, b) => a - b).join(',')}`
}

/** What a row is known by: employee number, else e-mail, else number, else name with department and job. */
export function rowIdentity(row: HrRow): string {
  const reference = referenceOf(row)
  if (reference !== null) return `h:${reference}`
  const [email] = row.emails
  if (email !== undefined) return `h:${foldEmail(email)}`
  const number = row.phones[0] ?? row.extensions[0]
  if (number !== undefined) return `h:${number.replace(/\D/g, '')}`
  return `h:${plainWords([row.name, row.department, row.jobTitle].join(' '))}`
}
