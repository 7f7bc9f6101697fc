import { z } from 'zod'
import type { Endpoint, Firm, Person } from '../tenant/firm'
import { groupNamed } from '../tenant/further-departments'
import { instantOf } from '../tenant/recording-row'
import { usersOf } from '../tenant/users'
import { type Exchange, pageOf, paging, parse } from './exchange'
import { rememberFor, rememberRecent } from './remember'

const DAY_MS = 86_400_000

/** The days before now on which an endpoint was seen last; null for never. */
function lastSeenDaysOf({ active, lastSeenDays, endpointId }: Endpoint): number | null {
  if (lastSeenDays !== undefined) return lastSeenDays
  const lot = endpointId * 7919
  return active ? lot % 9 : 200 + (lot % 150)
}

function asEndpoint(exchange: Exchange, endpoint: Endpoint) {
  const { nowMs } = exchange.house.tenant
  const { person } = endpoint
  const lot = endpoint.endpointId * 7919
  const lastSeenDays = lastSeenDaysOf(endpoint)
  const retentionGroupId = endpoint.retentionGroupId ?? person?.retentionGroupId ?? null
  return {
    endpointId: endpoint.endpointId,
    type: endpoint.type,
    value: endpoint.value,
    ...(person && { personId: person.personId, personName: person.displayName }),
    ...(retentionGroupId !== null && { retentionGroupId }),
    active: endpoint.active,
    ...(lastSeenDays !== null && {
      firstSeenUTC: instantOf(nowMs - (400 + (lot % 500)) * DAY_MS),
      lastSeenUTC: instantOf(nowMs - lastSeenDays * DAY_MS),
    }),
  }
}

const groupsOf = ({ department, team }: Person) =>
  [department, team].flatMap((name) => (name ? (groupNamed(name) ?? []) : []))

const endpointsOf = ({ endpoints, furtherEndpoints = [] }: Person) =>
  Object.values(endpoints).concat(furtherEndpoints)

function asPerson(exchange: Exchange, person: Person) {
  const { endpoints: _, furtherEndpoints: __, team: ___, ...facts } = person
  return {
    ...facts,
    groups: groupsOf(person),
    endpoints: endpointsOf(person).map((endpoint) => asEndpoint(exchange, endpoint)),
  }
}

/** Everything a search of people looks at, in small letters. */
const textOf = rememberFor((person: Person) =>
  [person.displayName, person.email, person.externalRef ?? '', person.jobTitle ?? '']
    .concat(endpointsOf(person).map((endpoint) => endpoint.value))
    .join('\n')
    .toLowerCase(),
)
const nameTextOf = rememberFor((person: Person) => person.displayName.toLowerCase())
const valueTextOf = rememberFor((endpoint: Endpoint) => endpoint.value.toLowerCase())

const peopleFilter = {
  search: z.string().optional(),
  types: z.array(z.string()).optional(),
  groupIds: z.array(z.int()).optional(),
  active: z.boolean().optional(),
}
const PeopleSearch = z.strictObject({ ...peopleFilter, ...paging })
type PeopleFilter = z.infer<z.ZodObject<typeof peopleFilter>>

/** Those found last are kept, so that turning the pages of a large firm does not search it once a page. */
const findPeople = rememberRecent(
  ({ people }: Firm, { search = '', types = [], groupIds = [], active }: PeopleFilter) => {
    const sought = search.toLowerCase()
    return people.filter(
      (person) =>
        (active === undefined || person.active === active) &&
        (types.length === 0 || types.includes(person.type)) &&
        (groupIds.length === 0 ||
          groupsOf(person).some((group) => groupIds.includes(group.groupId))) &&
        (sought === '' || textOf(person).includes(sought)),
    )
  },
)

export async function searchPeople(exchange: Exchange) {
  const { limit, offset, ...filter } = parse(PeopleSearch, exchange.body)
  const people = findPeople(exchange.house.tenant.firm, filter)
  return {
    people: pageOf(people, { limit, offset }).map((person) => asPerson(exchange, person)),
    total: people.length,
  }
}

const PeopleByName = z.strictObject({ name: z.string(), limit: paging.limit })

export async function searchPeopleByName(exchange: Exchange) {
  const { name, limit = 50 } = parse(PeopleByName, exchange.body)
  const sought = name.trim().toLowerCase()
  const people = exchange.house.tenant.firm.people.filter((person) =>
    nameTextOf(person).includes(sought),
  )
  return { people: people.slice(0, limit).map((person) => asPerson(exchange, person)) }
}

const PeopleByIds = z.strictObject({ peopleIds: z.array(z.int()).max(1000) })

export async function peopleByIds(exchange: Exchange) {
  const { peopleIds } = parse(PeopleByIds, exchange.body)
  const { personById } = exchange.house.tenant.firm
  return {
    people: [...new Set(peopleIds)]
      .flatMap((id) => personById.get(id) ?? [])
      .map((person) => asPerson(exchange, person)),
  }
}

const endpointFilter = { type: z.string().optional(), endpointSearch: z.string().optional() }
const EndpointSearch = z.strictObject({ ...endpointFilter, ...paging })
type EndpointFilter = z.infer<z.ZodObject<typeof endpointFilter>>

const findEndpoints = rememberRecent(
  ({ endpoints }: Firm, { type, endpointSearch = '' }: EndpointFilter) => {
    const sought = endpointSearch.toLowerCase()
    return endpoints.filter(
      (endpoint) =>
        (type === undefined || endpoint.type === type) &&
        (sought === '' || valueTextOf(endpoint).includes(sought)),
    )
  },
)

export async function searchEndpoints(exchange: Exchange) {
  const { limit, offset, ...filter } = parse(EndpointSearch, exchange.body)
  const endpoints = findEndpoints(exchange.house.tenant.firm, filter)
  return {
    endpoints: pageOf(endpoints, { limit, offset }).map((endpoint) =>
      asEndpoint(exchange, endpoint),
    ),
    total: endpoints.length,
  }
}

const EndpointsByValue = z.strictObject({ endpoints: z.array(z.string()).max(1000) })

export async function endpointsByValue(exchange: Exchange) {
  const { endpoints } = parse(EndpointsByValue, exchange.body)
  const { endpointsByValue: known } = exchange.house.tenant.firm
  return {
    endpoints: [...new Set(endpoints)]
      .flatMap((value) => known.get(value.toLowerCase()) ?? [])
      .map((endpoint) => asEndpoint(exchange, endpoint)),
  }
}

const holds = (text: string, sought: string) => text.toLowerCase().includes(sought.toLowerCase())

const UserSearch = z.strictObject({
  search: z.string().optional(),
  active: z.boolean().optional(),
  ...paging,
})

const everyUser = rememberRecent(
  (firm: Firm, { held, nowMs }: { held: readonly string[]; nowMs: number }) =>
    usersOf(firm, held, nowMs),
)

export async function searchUsers(exchange: Exchange) {
  const body = parse(UserSearch, exchange.body)
  const { tenant, rights } = exchange.house
  const question = { held: rights.held(), nowMs: tenant.nowMs }
  const users = everyUser(tenant.firm, question).filter(
    (user) =>
      (body.active === undefined || user.active === body.active) &&
      [user.username, user.displayName].some((text) => holds(text, body.search ?? '')),
  )
  return { users: pageOf(users, body), total: users.length }
}

const countMembers = rememberFor(({ people }: Firm) => {
  const members = new Map<number | null, number>()
  for (const { retentionGroupId } of people)
    members.set(retentionGroupId, (members.get(retentionGroupId) ?? 0) + 1)
  return members
})

export async function retentionGroups(exchange: Exchange) {
  const { firm } = exchange.house.tenant
  return {
    retentionGroups: firm.retentionGroups.map((group) => ({
      ...group,
      memberCount: countMembers(firm).get(group.retentionGroupId) ?? 0,
    })),
  }
}
