import type { Person } from '@/lib/contract/person'
import type { HrRow } from '../model'
import { type NameWords, nameWords } from '../normal/name'
import { likeness, type NameLikeness } from '../normal/same-name'

export function wordsOfRow(row: HrRow): NameWords | null {
  return nameWords(row.name, row.firstName, row.lastName)
}

/** A person's name; one that is their address or number says nothing. */
export function wordsOfPerson(person: Person): NameWords | null {
  const { firstName, lastName, name } = person
  if (firstName === null && lastName === null && !/\p{L}/u.test(name)) return null
  if (name.includes('@') && lastName === null) return null
  return nameWords(name, firstName, lastName)
}

/** Letter case apart the name as Focus shows it, or the family name, a comma and the rest: told without taking it apart. */
function isWritten(name: string, { name: shown, firstName, lastName }: Person): boolean {
  if (name === shown) return true
  const small = name.toLowerCase()
  return small === shown.toLowerCase() || small === `${lastName}, ${firstName}`.toLowerCase()
}

/** Whether HR's name and Focus's are one person's; null where one of them has none. */
export function compareNames(row: HrRow, person: Person): NameLikeness | null {
  if (row.name !== null && isWritten(row.name, person)) return 'same'
  const ours = wordsOfRow(row)
  const theirs = wordsOfPerson(person)
  if (ours === null || theirs === null) return null
  const parts = likeness(ours, theirs)
  if (parts === 'same') return 'same'
  // The name Focus shows may be what the person is called, beside the parts that are on paper.
  const shown = nameWords(person.name, null, null)
  const whole = shown === null || person.name.includes('@') ? 'different' : likeness(ours, shown)
  return whole === 'same' || parts === 'different' ? whole : parts
}
