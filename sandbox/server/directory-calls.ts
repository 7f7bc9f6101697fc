import { z } from 'zod'
import type { Endpoint, Person } from '../tenant/firm'
import { instantOf } from '../tenant/recording-row'
import { RETENTION_GROUPS } from '../tenant/retention-groups'
import { usersOf } from '../tenant/users'
import { type Exchange, pageOf, paging, parse } from './exchange'

const DAY_MS = 86_400_000
const DEPARTMENT_GROUPS = [
  'Sales',
  'Accounts',
  'Contact Centre',
  'Trading',
  'Support',
  'Pensions',
  'Compliance',
]

function asEndpoint(exchange: Exchange, endpoint: Endpoint) {
  const { nowMs } = exchange.house.tenant
  const { person } = endpoint
  const lot = endpoint.endpointId * 7919
  return {
    endpointId: endpoint.endpointId,
    type: endpoint.type,
    value: endpoint.value,
    ...(person && {
      personId: person.personId,
      personName: person.displayName,
      retentionGroupId: person.retentionGroupId,
    }),
    active: endpoint.active,
    firstSeenUTC: instantOf(nowMs - (400 + (lot % 500)) * DAY_MS),
    lastSeenUTC: instantOf(nowMs - (endpoint.active ? lot % 9 : 200 + (lot % 150)) * DAY_MS),
  }
}

const groupsOf = (person: Person) =>
  person.department === null
    ? []
    : [{ groupId: 301 + DEPARTMENT_GROUPS.indexOf(person.department), name: person.department }]

function asPerson(exchange: Exchange, person: Person) {
  const { endpoints, ...facts } = person
  return {
    ...facts,
    groups: groupsOf(person),
    endpoints: Object.values(endpoints).map((endpoint) => asEndpoint(exchange, endpoint)),
  }
}

const holds = (text: string, sought: string) => text.toLowerCase().includes(sought.toLowerCase())

const PeopleSearch = z.strictObject({
  search: z.string().optional(),
  types: z.array(z.string()).optional(),
  groupIds: z.array(z.int()).optional(),
  active: z.boolean().optional(),
  ...paging,
})

export async function searchPeople(exchange: Exchange) {
  const body = parse(PeopleSearch, exchange.body)
  const { search = '', types, groupIds, active } = body
  const people = exchange.house.tenant.firm.people.filter(
    (person) =>
      (active === undefined || person.active === active) &&
      (types === undefined || types.length === 0 || types.includes(person.type)) &&
      (groupIds === undefined ||
        groupIds.length === 0 ||
        groupsOf(person).some((group) => groupIds.includes(group.groupId))) &&
      [person.displayName, person.email, person.externalRef ?? '', person.jobTitle ?? '']
        .concat(Object.values(person.endpoints).map((endpoint) => endpoint.value))
        .some((text) => holds(text, search)),
  )
  return {
    people: pageOf(people, body).map((person) => asPerson(exchange, person)),
    total: people.length,
  }
}

const PeopleByName = z.strictObject({ name: z.string(), limit: paging.limit })

export async function searchPeopleByName(exchange: Exchange) {
  const { name, limit = 50 } = parse(PeopleByName, exchange.body)
  const people = exchange.house.tenant.firm.people.filter((person) =>
    holds(person.displayName, name.trim()),
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

const EndpointSearch = z.strictObject({
  type: z.string().optional(),
  endpointSearch: z.string().optional(),
  ...paging,
})

export async function searchEndpoints(exchange: Exchange) {
  const body = parse(EndpointSearch, exchange.body)
  const { type, endpointSearch = '' } = body
  const endpoints = exchange.house.tenant.firm.endpoints.filter(
    (endpoint) =>
      (type === undefined || endpoint.type === type) && holds(endpoint.value, endpointSearch),
  )
  return {
    endpoints: pageOf(endpoints, body).map((endpoint) => asEndpoint(exchange, endpoint)),
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

const UserSearch = z.strictObject({
  search: z.string().optional(),
  active: z.boolean().optional(),
  ...paging,
})

export async function searchUsers(exchange: Exchange) {
  const body = parse(UserSearch, exchange.body)
  const { tenant, rights } = exchange.house
  const users = usersOf(tenant.firm, rights.held(), tenant.nowMs).filter(
    (user) =>
      (body.active === undefined || user.active === body.active) &&
      [user.username, user.displayName].some((text) => holds(text, body.search ?? '')),
  )
  return { users: pageOf(users, body), total: users.length }
}

export async function retentionGroups(exchange: Exchange) {
  const { people } = exchange.house.tenant.firm
  return {
    retentionGroups: RETENTION_GROUPS.map((group) => ({
      ...group,
      memberCount: people.filter((person) => person.retentionGroupId === group.retentionGroupId)
        .length,
    })),
  }
}
