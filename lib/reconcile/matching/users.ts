import type { User } from '@/lib/contract/user'
import { nameWords } from '../normal/name'
import { type FocusIndex, inUse, isStaff } from './focus-index'
import type { HrIndex } from './hr-index'
import { wordsOfPerson } from './names'
import { Postings } from './postings'
import type { Settled } from './settle-people'
import { addressesOf } from './user-addresses'

/** Who a user is. Users are named by their place in the list. */
export type UserLinks = {
  /** Place of the person; -1 for none, -2 where several may be. */
  personOf: Int32Array
  /** 1 where nothing but the name joins the user with the person: it may be somebody else of that name. */
  byNameAlone: Uint8Array
  /** Place of the row, through the person or by the address; -1 for none. */
  rowOf: Int32Array
}

/**
 * Joins users with people, by address, else by a name that one person alone has; and with HR's rows, through the person, else by
 * address. An employment that goes on goes before one that has ended.
 */
export function linkUsers(
  users: readonly User[],
  focus: FocusIndex,
  hr: HrIndex,
  settled: Settled,
): UserLinks {
  const personOf = new Int32Array(users.length).fill(-1)
  const byNameAlone = new Uint8Array(users.length)
  const rowOf = new Int32Array(users.length).fill(-1)
  // Made when the first user has no address that anybody has: most tenants never need it.
  let byName: Postings | null = null
  for (const [place, user] of users.entries()) {
    const emails = addressesOf(user)
    const people = new Set(emails.flatMap((email) => [...focus.peopleByEmail.get(email)]))
    const found = oneOf(
      [...people].filter((at) => isStaffAt(focus, at)),
      focus,
    )
    let person = found
    if (found === -1 && user.name !== null) {
      byName ??= peopleByName(focus)
      const name = nameWords(user.name, null, null)
      const named = name === null ? [] : byName.get(name.words.join(' '))
      if (named.length === 1) {
        person = named[0] ?? -1
        byNameAlone[place] = 1
      }
    }
    personOf[place] = person
    const own = person < 0 ? -1 : (settled.rowOf[person] ?? -1)
    rowOf[place] =
      own === -1
        ? currentRow(
            emails.flatMap((email) => hr.rowsByEmail.get(email)),
            hr,
          )
        : own
  }
  return { personOf, byNameAlone, rowOf }
}

function peopleByName(focus: FocusIndex): Postings {
  const byName = new Postings()
  focus.people.forEach((person, place) => {
    if (!isStaff(person)) return
    const name = wordsOfPerson(person)
    if (name !== null && name.words.length > 1) byName.add(name.words.join(' '), place)
  })
  return byName
}

function isStaffAt(focus: FocusIndex, place: number): boolean {
  const person = focus.people[place]
  return person !== undefined && isStaff(person)
}

/** -1 for none, -2 for several in use. */
function oneOf(people: readonly number[], focus: FocusIndex): number {
  if (people.length < 2) return people[0] ?? -1
  const used = people.filter((at) => focus.people[at] !== undefined && inUse(focus.people[at]))
  return used.length === 1 ? (used[0] ?? -2) : -2
}

function currentRow(places: readonly number[], hr: HrIndex): number {
  const going = places.find((place) => hr.rows[place]?.employment !== 'left')
  return going ?? places[0] ?? -1
}
