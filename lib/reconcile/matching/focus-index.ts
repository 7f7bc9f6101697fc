import type { Endpoint } from '@/lib/contract/directory-endpoint'
import type { Person } from '@/lib/contract/person'
import type { FocusDirectory } from '../model'
import { foldEmail } from '../normal/email'
import { foldReference } from '../normal/reference'
import { ITEMS_A_STEP, type Stepwise } from '../progress'
import { numberKeys, valueKey } from './endpoint-value'
import { Postings } from './postings'

/** Focus's side, by everything it is looked up by. People and endpoints are named by their place in the lists. */
export type FocusIndex = {
  people: readonly Person[]
  /** Those of the list and those that only their people name. */
  endpoints: readonly Endpoint[]
  peopleByReference: Postings
  /** By their own address, and by those of their e-mail and Teams endpoints. */
  peopleByEmail: Postings
  /** Endpoints in use, by `numberKeys`. */
  endpointsByNumber: Postings
  /** Endpoints in use, by type and value. */
  endpointsByValue: Postings
  /** Whose each endpoint is; nobody's where Focus does not know the person it names. */
  ownersOf: readonly (readonly number[])[]
  /** In use and not. */
  endpointsOf: readonly (readonly number[])[]
}

/** External contacts are not staff, and take no part in matching. */
export function isStaff(person: Person): boolean {
  return person.type?.toLowerCase() !== 'external'
}

/** In use unless Focus says otherwise. */
export function inUse(of: { active: boolean | null }): boolean {
  return of.active !== false
}

export function* indexFocus(
  directory: FocusDirectory,
  readPhone: (text: string) => string | null,
): Stepwise<FocusIndex> {
  const { people } = directory
  const total = people.length + directory.endpoints.length
  const peopleByReference = new Postings()
  const peopleByEmail = new Postings()
  const endpointsByNumber = new Postings()
  const endpointsByValue = new Postings()
  const endpoints: Endpoint[] = []
  const ownersOf: number[][] = []
  const endpointsOf: number[][] = people.map(() => [])
  const placeOfPerson = new Map<number, number>()
  const placeOfEndpoint = new Map<number, number>()
  people.forEach((person, place) => {
    placeOfPerson.set(person.personId, place)
  })

  const own = (place: number, person: number) => {
    const owners = ownersOf[place]
    if (owners === undefined || owners.includes(person)) return
    owners.push(person)
    endpointsOf[person]?.push(place)
    const endpoint = endpoints[place]
    if (endpoint?.value?.includes('@') && endpoint.type !== 'sip')
      peopleByEmail.add(foldEmail(endpoint.value), person)
  }
  const add = (endpoint: Endpoint): number => {
    const known = placeOfEndpoint.get(endpoint.endpointId)
    if (known !== undefined) return known
    const place = endpoints.push(endpoint) - 1
    placeOfEndpoint.set(endpoint.endpointId, place)
    ownersOf.push([])
    const owner = endpoint.personId === null ? undefined : placeOfPerson.get(endpoint.personId)
    if (owner !== undefined) own(place, owner)
    if (!inUse(endpoint) || endpoint.value === null) return place
    endpointsByValue.add(valueKey(endpoint), place)
    for (const key of numberKeys(endpoint, readPhone)) endpointsByNumber.add(key, place)
    return place
  }

  let done = 0
  for (const endpoint of directory.endpoints) {
    add(endpoint)
    if (++done % ITEMS_A_STEP === 0) yield { stage: 'indexing', done, total }
  }
  for (const [place, person] of people.entries()) {
    if (person.externalRef !== null && isStaff(person)) {
      const reference = foldReference(person.externalRef)
      if (reference !== '') peopleByReference.add(reference, place)
    }
    if (person.email !== null && isStaff(person)) peopleByEmail.add(foldEmail(person.email), place)
    for (const endpoint of person.endpoints) own(add(endpoint), place)
    if (++done % ITEMS_A_STEP === 0) yield { stage: 'indexing', done, total }
  }
  return {
    people,
    endpoints,
    peopleByReference,
    peopleByEmail,
    endpointsByNumber,
    endpointsByValue,
    ownersOf,
    endpointsOf,
  }
}
