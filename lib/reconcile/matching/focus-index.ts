import type { Endpoint } from '@/lib/contract/directory-endpoint'
import type { Person } from '@/lib/contract/person'
import type { FocusDirectory } from '../model'
import { foldEmail } from '../normal/email'
import { foldReference } from '../normal/reference'
import { ITEMS_A_STEP, type Stepwise } from '../progress'
import { accountNumber, valueKey } from './endpoint-value'
import { Links } from './links'
import { Postings } from './postings'

/** Focus's side, by everything it is looked up by. People and endpoints are named by their place in the lists. */
export type FocusIndex = {
  people: readonly Person[]
  /** Those of the list and those that only their people name. */
  endpoints: readonly Endpoint[]
  peopleByReference: Postings
  /** By their own address, and by those of their e-mail and Teams endpoints. */
  peopleByEmail: Postings
  /** Endpoints in use, by `valueKey` and `accountNumber`. */
  endpointsByKey: Postings
  /** The endpoints in use that are the same number or account, itself among them. */
  sameAs(place: number): readonly number[]
  /** Whose each endpoint is; nobody's where Focus does not know the person it names. */
  ownersOf: Links
  /** In use and not. */
  endpointsOf: Links
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
  const endpointsByKey = new Postings()
  const endpoints: Endpoint[] = []
  const most = people.reduce(
    (sum, person) => sum + person.endpoints.length,
    directory.endpoints.length,
  )
  const ownersOf = new Links(most)
  const endpointsOf = new Links(people.length)
  const placeOfPerson = new Map<number, number>()
  const placeOfEndpoint = new Map<number, number>()
  people.forEach((person, place) => {
    placeOfPerson.set(person.personId, place)
  })

  const own = (place: number, person: number) => {
    ownersOf.add(place, person)
    endpointsOf.add(person, place)
    const endpoint = endpoints[place]
    if (endpoint?.value?.includes('@') && endpoint.type !== 'sip')
      peopleByEmail.add(foldEmail(endpoint.value), person)
  }
  const add = (endpoint: Endpoint): number => {
    const known = placeOfEndpoint.get(endpoint.endpointId)
    if (known !== undefined) return known
    const place = endpoints.push(endpoint) - 1
    placeOfEndpoint.set(endpoint.endpointId, place)
    const owner = endpoint.personId === null ? undefined : placeOfPerson.get(endpoint.personId)
    if (owner !== undefined) own(place, owner)
    if (!inUse(endpoint) || endpoint.value === null) return place
    endpointsByKey.add(valueKey(endpoint, readPhone), place)
    const number = accountNumber(endpoint, readPhone)
    if (number !== null) endpointsByKey.add(number, place)
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
    endpointsByKey,
    sameAs: (place) => {
      const endpoint = endpoints[place]
      if (endpoint === undefined || endpoint.value === null) return [place]
      return endpointsByKey.get(valueKey(endpoint, readPhone))
    },
    ownersOf,
    endpointsOf,
  }
}
