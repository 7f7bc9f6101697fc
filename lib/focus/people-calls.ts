import type { Person, PersonPage, PersonSearch } from '@/lib/contract/person'
import { Problem } from '@/lib/problem/problem'
import type { FocusCall, FocusClient } from './client'
import type { EndpointLookup } from './endpoint-lookup'
import { contractProblem } from './failure'
import { toPeopleSearch, toPerson, toPersonPage } from './wire/person'
import { readReply } from './wire/row'

const MOST_BY_NAME = 20
/** As many ids as one request takes. */
const MOST_IDS = 200

type PeopleRequest =
  | [name: 'searchPeople', body: ReturnType<typeof toPeopleSearch>]
  | [name: 'searchPeopleByName', body: { name: string; limit: number }]
  | [name: 'getPeople', body: { peopleIds: number[] }]

/** The three calls that find people, behind one question. */
export function peopleCalls(client: FocusClient, lookup: EndpointLookup) {
  /** What would be asked; owners of endpoints are looked up first. */
  async function requestsFor(search: PersonSearch, call: FocusCall): Promise<PeopleRequest[]> {
    const { name, personIds, endpointValues } = search
    if (name !== undefined) return [['searchPeopleByName', { name, limit: MOST_BY_NAME }]]
    if (personIds !== undefined) return byId(personIds)
    if (endpointValues === undefined) return [['searchPeople', toPeopleSearch(search)]]
    const { matches } = await lookup.find(endpointValues, call)
    const owners = matches.flatMap(({ endpoints }) =>
      endpoints.flatMap(({ personId }) => personId ?? []),
    )
    return byId(owners)
  }

  async function search(asked: PersonSearch, call: FocusCall): Promise<PersonPage> {
    const people: Person[] = []
    let unreadable = 0
    for (const [name, body] of await requestsFor(asked, call)) {
      const reply = await client.rows(name, body, call)
      if (name === 'searchPeople') return toPersonPage(body, reply)
      const read = readReply(reply, toPerson)
      people.push(...read.rows)
      unreadable += read.unreadable
    }
    return { people, total: people.length + unreadable, nextOffset: null, unreadable }
  }

  async function get(id: number, call: FocusCall): Promise<Person> {
    const { people, unreadable } = await search({ personIds: [id] }, call)
    const person = people.find(({ personId }) => personId === id)
    if (person !== undefined) return person
    if (unreadable > 0) throw contractProblem('getPeople: a person without an id')
    throw new Problem('not-found', 'Focus knows nobody of that id.')
  }

  return { search, get, requestsFor }
}

function byId(ids: readonly number[]): PeopleRequest[] {
  const once = [...new Set(ids)]
  return Array.from({ length: Math.ceil(once.length / MOST_IDS) }, (_, at) => [
    'getPeople',
    { peopleIds: once.slice(at * MOST_IDS, (at + 1) * MOST_IDS) },
  ])
}
