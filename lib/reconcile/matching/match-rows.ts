import { type HrRow, MATCH_WAYS, type MatchWay } from '../model'
import { foldEmail } from '../normal/email'
import { foldReference } from '../normal/reference'
import { ITEMS_A_STEP, type Stepwise } from '../progress'
import { type FocusIndex, inUse, isStaff } from './focus-index'
import { type HrIndex, referenceOf } from './hr-index'
import { indexNames, type NameIndex, peopleLike } from './name-index'
import { compareNames } from './names'

/** Who each row is. */
export type Matches = {
  /** Place of the person; -1 for nobody, or for several. */
  personOf: Int32Array
  /** Place in `MATCH_WAYS`. */
  wayOf: Uint8Array
  /** Rows that are several people's, and how they were found. */
  ambiguous: ReadonlyMap<number, { people: readonly number[]; way: MatchWay }>
}

/** Joins rows and people step by step, the surest first: every row passes a step before the next begins. */
export function* matchRows(hr: HrIndex, focus: FocusIndex): Stepwise<Matches> {
  const personOf = new Int32Array(hr.rows.length).fill(-1)
  const wayOf = new Uint8Array(hr.rows.length)
  const ambiguous = new Map<number, { people: readonly number[]; way: MatchWay }>()
  /** The step by which a person was found first, and the row, are what later steps ask for. */
  const taken = new Uint8Array(focus.people.length)
  let open = hr.rows.map((_, place) => place)
  const total = MATCH_WAYS.length * hr.rows.length
  for (const [step, way] of MATCH_WAYS.entries()) {
    const names = way === 'name' && open.length > 0 ? indexNames(focus, taken) : null
    const left: number[] = []
    let done = step * hr.rows.length
    for (const place of open) {
      if (++done % ITEMS_A_STEP === 0) yield { stage: 'matching', done, total }
      const row = hr.rows[place]
      if (row === undefined) continue
      const people = preferInUse(candidates(way, row, place, { hr, focus, taken, names }), focus)
      const [person] = people
      if (person === undefined) left.push(place)
      else if (people.length > 1) ambiguous.set(place, { people, way })
      else {
        personOf[place] = person
        wayOf[place] = step
      }
    }
    // Two rows may find one person at the same step, so that nobody is taken before it is over.
    for (const place of open) {
      const person = personOf[place] ?? -1
      if (person !== -1) taken[person] = 1
    }
    open = left
  }
  return { personOf, wayOf, ambiguous }
}

type Looking = { hr: HrIndex; focus: FocusIndex; taken: Uint8Array; names: NameIndex | null }

function candidates(way: MatchWay, row: HrRow, place: number, at: Looking): readonly number[] {
  if (way === 'employee-number') {
    const reference = referenceOf(row)
    return reference === null ? [] : at.focus.peopleByReference.get(reference)
  }
  if (way === 'email') return byEmail(row, at)
  if (way === 'phone') return byPhone(row, place, at)
  return at.names === null ? [] : peopleLike(row, at.names, at.focus)
}

function byEmail(row: HrRow, at: Looking): readonly number[] {
  const found = new Set<number>()
  for (const email of row.emails)
    for (const person of at.focus.peopleByEmail.get(foldEmail(email)))
      if (isOwn(person, at.focus) && !isAnother(row, person, at)) found.add(person)
  return [...found]
}

function byPhone(row: HrRow, place: number, at: Looking): readonly number[] {
  const found = new Set<number>()
  for (const endpoint of at.hr.endpointsOfRow.of(place))
    for (const person of at.focus.ownersOf.of(endpoint)) {
      const whose = at.focus.people[person]
      if (whose === undefined || !isStaff(whose) || isAnother(row, person, at)) continue
      const names = compareNames(row, whose)
      // Somebody already found surely is this row too only where the name says so.
      if (names === 'different' || (names === null && at.taken[person] === 1)) continue
      found.add(person)
    }
  return [...found]
}

function isOwn(person: number, focus: FocusIndex): boolean {
  const whose = focus.people[person]
  return whose !== undefined && isStaff(whose)
}

/**
 * Whether the person is somebody else to HR: they have another employee number than the row, and HR has it too. Not where that
 * is an employment that has ended, and the names agree: then somebody has come back under a new number.
 */
function isAnother(row: HrRow, person: number, { hr, focus }: Looking): boolean {
  const whose = focus.people[person]
  const theirs = whose?.externalRef ? foldReference(whose.externalRef) : null
  const ours = referenceOf(row)
  if (whose === undefined || theirs === null || ours === null || theirs === ours) return false
  const rows = hr.rowsByReference.get(theirs)
  if (rows.length === 0) return false
  const over = rows.every((place) => hr.rows[place]?.employment === 'left')
  return !over || compareNames(row, whose) === 'different'
}

/** People no longer in use count only where there is nobody else. */
function preferInUse(people: readonly number[], focus: FocusIndex): readonly number[] {
  if (people.length < 2) return people
  const used = people.filter((place) => {
    const person = focus.people[place]
    return person !== undefined && inUse(person)
  })
  return used.length > 0 ? used : people
}
