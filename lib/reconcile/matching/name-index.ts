import type { HrRow } from '../model'
import { plainWords } from '../normal/letters'
import type { NameWords } from '../normal/name'
import { foldReference } from '../normal/reference'
import { likeness } from '../normal/same-name'
import { type FocusIndex, isStaff } from './focus-index'
import { referenceOf } from './hr-index'
import { wordsOfPerson, wordsOfRow } from './names'
import { Postings } from './postings'

/** People nobody has found yet, by department or job and one word of their name. */
export type NameIndex = { byPlaceAndWord: Postings; words: ReadonlyMap<number, NameWords> }

export function indexNames(focus: FocusIndex, taken: Uint8Array): NameIndex {
  const byPlaceAndWord = new Postings()
  const words = new Map<number, NameWords>()
  focus.people.forEach((person, place) => {
    if (taken[place] === 1 || !isStaff(person)) return
    const name = wordsOfPerson(person)
    if (name === null) return
    words.set(place, name)
    for (const where of placesOf(person))
      for (const word of name.words) byPlaceAndWord.add(`${where} ${word}`, place)
  })
  return { byPlaceAndWord, words }
}

/**
 * People of the same department or job whose name may be the row's: one word of it is the same, and the rest does not contradict. Nobody
 * with another employee number is among them, and nobody with a slip in the name where somebody has it without.
 */
export function peopleLike(row: HrRow, index: NameIndex, focus: FocusIndex): readonly number[] {
  const name = wordsOfRow(row)
  if (name === null || name.words.length < 2) return []
  const reference = referenceOf(row)
  const same: number[] = []
  const slips: number[] = []
  const looked = new Set<number>()
  for (const where of placesOf(row))
    for (const word of name.words)
      for (const place of index.byPlaceAndWord.get(`${where} ${word}`)) {
        if (looked.has(place)) continue
        looked.add(place)
        const theirs = index.words.get(place)
        const like = theirs === undefined ? 'different' : likeness(name, theirs)
        if (like === 'different') continue
        const known = focus.people[place]?.externalRef
        if (reference !== null && known && foldReference(known) !== reference) continue
        if (like === 'same') same.push(place)
        else slips.push(place)
      }
  return same.length > 0 ? same : slips
}

/** Department and job in the form they are compared in. */
function placesOf(of: { department: string | null; jobTitle: string | null }): string[] {
  const places: string[] = []
  if (of.department !== null) places.push(`d ${plainWords(of.department)}`)
  if (of.jobTitle !== null) places.push(`j ${plainWords(of.jobTitle)}`)
  return places
}
