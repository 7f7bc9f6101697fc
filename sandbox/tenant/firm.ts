import { asAddress, DOMAIN } from './addresses'
import { makeDraw } from './draw'
import { KNOWN_PEOPLE } from './firm-faults'
import {
  COMPANIES,
  CONSOLE_SUBSCRIBERS,
  DEPARTMENTS,
  type Department,
  FIRST_NAMES,
  KNOWN_CONTACTS,
  KNOWN_SUBSCRIBERS,
  LAST_NAMES,
  SHARED_PHONES,
  UNASSIGNED_EMAILS,
  UNASSIGNED_PHONES,
} from './firm-names'
import { type FurtherUser, makeFurtherPeople } from './further-people'
import { FURTHER_RETENTION_GROUPS, RETENTION_GROUPS, type RetentionGroup } from './retention-groups'

export type EndpointType = 'phone' | 'email' | 'teams' | 'sip'

export type Endpoint = {
  endpointId: number
  type: EndpointType
  value: string
  person: Person | null
  active: boolean
  /** Its own group, where it is not its person's. */
  retentionGroupId?: number
  /** In days before now; null for never. Drawn from the id where it is left out. */
  lastSeenDays?: number | null
}

export type Person = {
  personId: number
  type: 'subscriber' | 'external' | 'user'
  firstName: string
  lastName: string
  displayName: string
  email: string
  jobTitle: string | null
  department: string | null
  /** A group within the department. */
  team?: string
  externalRef: string | null
  active: boolean
  /** Null for what the default group alone keeps. */
  retentionGroupId: number | null
  /** By type; a person has at most one of each. */
  endpoints: Partial<Record<EndpointType, Endpoint>>
  /** Mobile phones, and what is a colleague's too. */
  furtherEndpoints?: Endpoint[]
}

export type Firm = {
  /** The sixty, who take part in recordings. */
  subscribers: Person[]
  /** The subscribers beyond the sixty, in their order. */
  further: Person[]
  furtherUsers: FurtherUser[]
  contacts: Person[]
  /** Who works the tenant; users, not subscribers. */
  operators: Person[]
  people: Person[]
  endpoints: Endpoint[]
  /** Phone numbers and addresses of callers nobody has named. */
  unassigned: { phone: Endpoint[]; email: Endpoint[] }
  personById: Map<number, Person>
  personByName: Map<string, Person>
  endpointsByValue: Map<string, Endpoint[]>
  retentionGroups: readonly RetentionGroup[]
}

const CONTACTS = 140
const TITLES: Record<Department, string> = {
  Sales: 'Sales executive',
  Accounts: 'Account manager',
  'Contact Centre': 'Customer adviser',
  Trading: 'Dealer',
  Support: 'Support engineer',
  Pensions: 'Pensions adviser',
  Compliance: 'Compliance analyst',
}
const RETENTION: Record<Department, number> = {
  Sales: 41,
  Accounts: 41,
  'Contact Centre': 43,
  Trading: 42,
  Support: 41,
  Pensions: 45,
  Compliance: 46,
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}

/** How large the firm is, and what the people beyond the sixty are drawn from. */
export type FirmOptions = { people?: number; seed?: number }

/**
 * The directory of the firm. The first sixty and the contacts are the same for every seed and size, so that people can be named in
 * tests and demonstrations.
 */
export function makeFirm({ people: size = KNOWN_PEOPLE, seed = 7 }: FirmOptions = {}): Firm {
  if (size < KNOWN_PEOPLE) throw new Error(`The firm has at least ${KNOWN_PEOPLE} people`)
  const endpoints: Endpoint[] = []
  const addEndpoint = (type: EndpointType, value: string, person: Person | null, active = true) => {
    const endpoint = { endpointId: 20_001 + endpoints.length, type, value, person, active }
    endpoints.push(endpoint)
    if (person) person.endpoints[type] = endpoint
    return endpoint
  }
  const unassigned = {
    phone: UNASSIGNED_PHONES.map((value) => addEndpoint('phone', value, null)),
    email: UNASSIGNED_EMAILS.map((value) => addEndpoint('email', value, null)),
  }

  const subscribers = Array.from({ length: KNOWN_PEOPLE }, (_, at) => {
    const known = KNOWN_SUBSCRIBERS[at]
    const reader = CONSOLE_SUBSCRIBERS[at]
    const first = known?.[0] ?? reader?.[0] ?? pick(FIRST_NAMES, at)
    const last = known?.[1] ?? reader?.[1] ?? pick(LAST_NAMES, at * 7 + Math.floor(at / 24))
    const department = known?.[2] ?? pick(DEPARTMENTS, at * 3)
    const person: Person = {
      personId: 1001 + at,
      type: 'subscriber',
      firstName: first,
      lastName: last,
      displayName: `${first} ${last}`,
      email: reader?.[2] ?? `${asAddress(first, last)}@${DOMAIN}`,
      jobTitle: TITLES[department],
      department,
      externalRef: `HR-${4100 + at * 3}`,
      active: at < 12 || at % 17 !== 0,
      retentionGroupId: RETENTION[department],
      endpoints: {},
    }
    const tail = String(100 + at).padStart(3, '0')
    addEndpoint('phone', `441614961${tail}`, person, person.active)
    addEndpoint('email', person.email, person, person.active)
    addEndpoint('teams', `8:orgid:5f0c7d1e-4b2a-4c3d-9e8f-0000000${1001 + at}0`, person)
    addEndpoint('sip', `sip:${2001 + at}@voice.${DOMAIN}`, person, at % 11 !== 10)
    return person
  })

  const contacts = Array.from({ length: CONTACTS }, (_, at) => {
    const known = KNOWN_CONTACTS[at]
    const first = known?.[0] ?? pick(FIRST_NAMES, at * 5 + 3)
    const last = known?.[1] ?? pick(LAST_NAMES, at * 11 + Math.floor(at / 24) + 1)
    const company = known?.[2] ?? pick(COMPANIES, at)
    const person: Person = {
      personId: 3001 + at,
      type: 'external',
      firstName: first,
      lastName: last,
      displayName: `${first} ${last}`,
      email: `${asAddress(first, last)}@${company}.example`,
      jobTitle: null,
      department: null,
      externalRef: at % 3 === 0 ? `CRM-${88_000 + at * 13}` : null,
      active: true,
      retentionGroupId: 41,
      endpoints: {},
    }
    const tail = String(at).padStart(3, '0')
    addEndpoint('phone', at % 4 === 3 ? `1415555${`0${tail}`}` : `447700901${tail}`, person)
    addEndpoint('email', person.email, person)
    return person
  })

  for (const value of SHARED_PHONES) addEndpoint('phone', value, null)
  addEndpoint('teams', '8:orgid:meeting-room-thames', null)
  addEndpoint('sip', `sip:reception@voice.${DOMAIN}`, null)
  addEndpoint('phone', '441614961999', null, false)

  const operators = [
    ['Nadia', 'Petrov', 'System administrator'],
    ['Owen', 'Clarke', 'External auditor'],
    ['Focus', 'Console', null],
  ] as const
  const staff = operators.map(
    ([first, last, jobTitle], at): Person => ({
      personId: 5001 + at,
      type: 'user',
      firstName: first,
      lastName: last,
      displayName: `${first} ${last}`,
      email: `${asAddress(first, last)}@${jobTitle ? DOMAIN : 'sandbox.example'}`,
      jobTitle,
      department: null,
      externalRef: null,
      active: true,
      retentionGroupId: 41,
      endpoints: {},
    }),
  )

  const known = [...subscribers, ...contacts, ...staff]
  const more = makeFurtherPeople({
    people: size,
    draw: makeDraw(seed),
    firstEndpointId: 20_001 + endpoints.length,
    takenEmails: known.map(({ email }) => email),
  })
  const people = known.concat(more.subscribers, more.staff)
  const everyEndpoint = endpoints.concat(more.endpoints)
  const endpointsByValue = new Map<string, Endpoint[]>()
  for (const endpoint of everyEndpoint) {
    const key = endpoint.value.toLowerCase()
    const same = endpointsByValue.get(key)
    if (same) same.push(endpoint)
    else endpointsByValue.set(key, [endpoint])
  }
  return {
    subscribers,
    further: more.subscribers,
    furtherUsers: more.users,
    contacts,
    operators: staff,
    people,
    endpoints: everyEndpoint,
    unassigned,
    personById: new Map(people.map((person) => [person.personId, person])),
    // Who takes part in recordings goes before a namesake who does not.
    personByName: new Map([...known].reverse().map((person) => [person.displayName, person])),
    endpointsByValue,
    retentionGroups:
      size > KNOWN_PEOPLE ? [...RETENTION_GROUPS, ...FURTHER_RETENTION_GROUPS] : RETENTION_GROUPS,
  }
}
