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

export type EndpointType = 'phone' | 'email' | 'teams' | 'sip'

export type Endpoint = {
  endpointId: number
  type: EndpointType
  value: string
  person: Person | null
  active: boolean
}

export type Person = {
  personId: number
  type: 'subscriber' | 'external' | 'user'
  firstName: string
  lastName: string
  displayName: string
  email: string
  jobTitle: string | null
  department: Department | null
  externalRef: string | null
  active: boolean
  retentionGroupId: number
  /** By type; a person has at most one of each. */
  endpoints: Partial<Record<EndpointType, Endpoint>>
}

export type Firm = {
  subscribers: Person[]
  contacts: Person[]
  people: Person[]
  endpoints: Endpoint[]
  /** Phone numbers and addresses of callers nobody has named. */
  unassigned: { phone: Endpoint[]; email: Endpoint[] }
  personById: Map<number, Person>
  personByName: Map<string, Person>
  endpointsByValue: Map<string, Endpoint[]>
}

const SUBSCRIBERS = 60
const CONTACTS = 140
const DOMAIN = 'hallam-pryce.example'
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

/** A name in the letters an e-mail address takes. */
function asAddress(first: string, last: string): string {
  return `${first}.${last}`
    .normalize('NFD')
    .replace(/[^a-zA-Z.]/g, '')
    .replace(/\.+/g, '.')
    .toLowerCase()
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}

/** The directory of the firm. The same for every seed, so that people can be named in tests and demonstrations. */
export function makeFirm(): Firm {
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

  const subscribers = Array.from({ length: SUBSCRIBERS }, (_, at) => {
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

  const people = [...subscribers, ...contacts, ...staff]
  const endpointsByValue = new Map<string, Endpoint[]>()
  for (const endpoint of endpoints) {
    const key = endpoint.value.toLowerCase()
    endpointsByValue.set(key, [...(endpointsByValue.get(key) ?? []), endpoint])
  }
  return {
    subscribers,
    contacts,
    people,
    endpoints,
    unassigned,
    personById: new Map(people.map((person) => [person.personId, person])),
    personByName: new Map([...people].reverse().map((person) => [person.displayName, person])),
    endpointsByValue,
  }
}
