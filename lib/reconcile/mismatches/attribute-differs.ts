import type { Person } from '@/lib/contract/person'
import { compareNames } from '../matching/names'
import type { HrRow } from '../model'
import { foldEmail } from '../normal/email'
import { wordsReader } from '../normal/letters'
import type { Comparison, FindMismatches } from './comparison'
import { type EvidenceLabel, matchEvidence, sideBySide } from './evidence'
import { ids, keyOf } from './keys'
import { isEmployed, settledPeople } from './people-of-rows'
import { listed } from './wording'

const WORDS: [EvidenceLabel, string][] = [
  ['Name', 'name'],
  ['E-mail', 'e-mail'],
  ['Department', 'department'],
  ['Job', 'job'],
]

/** Somebody employed whose name, e-mail, department or job HR writes otherwise. One mismatch a person. */
export const attributeDiffers: FindMismatches = function* (comparison) {
  const plain = wordsReader()
  const wordsDiffer = (one: string | null, other: string | null) =>
    one !== null && other !== null && one !== other && plain(one) !== plain(other)
  for (const { personAt, person, at, row } of settledPeople(comparison)) {
    if (!isEmployed(row)) continue
    const differs = differing(comparison, row, person, personAt)
    if (wordsDiffer(row.department, person.department)) differs.push('Department')
    if (wordsDiffer(row.jobTitle, person.jobTitle)) differs.push('Job')
    if (differs.length === 0) continue
    const words = WORDS.filter(([label]) => differs.includes(label)).map(([, word]) => word)
    yield {
      kind: 'attribute-differs',
      key: keyOf('attribute-differs', ids('p', [person.personId]), words.join(',')),
      title: person.name,
      sentence: `HR has another ${listed(words)} for ${person.name} than Focus.`,
      suggestedAction: `In Focus: take over HR’s ${listed(words)}, if HR is right. Otherwise in HR: correct ${words.length === 1 ? 'it' : 'them'}.`,
      evidence: sideBySide(comparison, row, personAt, differs),
      matchedBy: matchEvidence(comparison, at),
      hrLines: [row.line],
      personIds: [person.personId],
      endpointIds: [],
      userIds: [],
    }
  }
}

/** Name and e-mail, which are compared by more than their words. */
function differing(
  comparison: Comparison,
  row: HrRow,
  person: Person,
  personAt: number,
): EvidenceLabel[] {
  const labels: EvidenceLabel[] = []
  const names = compareNames(row, person)
  if (names === 'different' || names === 'slip') labels.push('Name')
  if (emailDiffers(comparison, row, person, personAt)) labels.push('E-mail')
  return labels
}

/** None of HR's addresses is the person's, nor that of an endpoint of theirs. */
function emailDiffers(
  { focus }: Comparison,
  row: HrRow,
  person: Person,
  personAt: number,
): boolean {
  if (person.email === null || row.emails.length === 0) return false
  if (row.emails.includes(person.email)) return false
  const own = foldEmail(person.email)
  return row.emails.every((email) => {
    const folded = foldEmail(email)
    return folded !== own && !focus.peopleByEmail.get(folded).includes(personAt)
  })
}
