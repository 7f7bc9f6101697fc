import { asAddress, DOMAIN } from './addresses'
import { type Draw, PURPOSE } from './draw'
import type { Endpoint, EndpointType, Person } from './firm'
import { faultAt, KNOWN_PEOPLE } from './firm-faults'
import { FOCUS_FAULTS } from './focus-faults'
import { FURTHER_DEPARTMENTS } from './further-departments'
import { FURTHER_FIRST_NAMES, FURTHER_LAST_NAMES } from './further-names'
import { PhoneNumbers } from './further-numbers'

/** Somebody who can log in, beside those of the sixty and the staff who work the tenant. */
export type FurtherUser = {
  userId: number
  username: string
  displayName: string
  email: string
  rights: readonly string[]
  active: boolean
  /** Days before now. */
  lastLoginDays: number
}

export const REVIEWER_RIGHTS = ['Recording.View', 'Recording.Play'] as const
export const PRIVILEGED_RIGHTS = ['Recording.View', 'Users.View', 'Recording.Audit.View'] as const

/** What changes the firm as it is made. */
export type FirmInMaking = {
  addEndpoint(type: EndpointType, value: string, person: Person | null): Endpoint
  /** Takes an endpoint out of the directory. */
  drop(endpoint: Endpoint | undefined): void
  addUser(user: Pick<FurtherUser, 'displayName' | 'email'> & Partial<FurtherUser>): FurtherUser
  addStaff(name: { firstName: string; lastName: string }): Person
}

const FIRST_PERSON = 100_000
const FIRST_STAFF = 90_001
const FIRST_USER = 10_001

/** The subscribers beyond the sixty with their endpoints and users, and what is wrong with them (`firm-faults.ts`). */
export function makeFurtherPeople(options: {
  people: number
  draw: Draw
  firstEndpointId: number
  takenEmails: readonly string[]
}) {
  const { people, draw } = options
  const numbers = new PhoneNumbers()
  const emails = new Set(options.takenEmails)
  const made: Endpoint[] = []
  const dropped = new Set<Endpoint>()
  const users: FurtherUser[] = []
  const staff: Person[] = []

  const emailOf = (first: string, last: string) => {
    const address = asAddress(first, last)
    let email = `${address}@${DOMAIN}`
    for (let nth = 2; emails.has(email); nth++) email = `${address}${nth}@${DOMAIN}`
    emails.add(email)
    return email
  }
  const firm: FirmInMaking = {
    addEndpoint(type, value, person) {
      const endpoint = { endpointId: 0, type, value, person, active: person?.active ?? true }
      made.push(endpoint)
      if (person === null) return endpoint
      if (person.endpoints[type] === undefined) person.endpoints[type] = endpoint
      else person.furtherEndpoints = [...(person.furtherEndpoints ?? []), endpoint]
      return endpoint
    },
    drop(endpoint) {
      if (endpoint === undefined) return
      dropped.add(endpoint)
      if (endpoint.person) delete endpoint.person.endpoints[endpoint.type]
    },
    addUser(user) {
      const added = {
        userId: FIRST_USER + users.length,
        username: user.email,
        rights: REVIEWER_RIGHTS,
        active: true,
        lastLoginDays: 1 + (users.length % 20),
        ...user,
      }
      users.push(added)
      return added
    },
    addStaff({ firstName, lastName }) {
      const person: Person = {
        personId: FIRST_STAFF + staff.length,
        type: 'user',
        firstName,
        lastName,
        displayName: `${firstName} ${lastName}`,
        email: emailOf(firstName, lastName),
        jobTitle: 'Consultant',
        department: null,
        externalRef: null,
        active: true,
        retentionGroupId: 41,
        endpoints: {},
      }
      staff.push(person)
      return person
    },
  }

  const subscribers = Array.from({ length: people - KNOWN_PEOPLE }, (_, nth) => {
    const at = KNOWN_PEOPLE + nth
    const firstName = drawn(FURTHER_FIRST_NAMES, draw, at, PURPOSE.firstName)
    const lastName = drawn(FURTHER_LAST_NAMES, draw, at, PURPOSE.lastName)
    const department = drawn(FURTHER_DEPARTMENTS, draw, at, PURPOSE.department)
    const team =
      draw.below(at, PURPOSE.team, 2) === 0
        ? department.teams[draw.below(at, PURPOSE.team + 100, department.teams.length)]
        : undefined
    const number = 4100 + at * 3
    const person: Person = {
      personId: FIRST_PERSON + at,
      type: 'subscriber',
      firstName,
      lastName,
      displayName: `${firstName} ${lastName}`,
      email: emailOf(firstName, lastName),
      jobTitle: drawn(department.jobs, draw, at, PURPOSE.job),
      department: department.name,
      ...(team && { team: team.name }),
      // Every third came with another firm, and kept a number of its kind.
      externalRef: at % 3 === 1 ? String(number).padStart(8, '0') : `HR-${number}`,
      active: true,
      retentionGroupId: team?.retentionGroupId ?? department.retentionGroupId,
      endpoints: {},
    }
    firm.addEndpoint('phone', numbers.landline(at), person)
    firm.addEndpoint('email', person.email, person)
    const lot = draw.below(at, PURPOSE.endpoints, 4)
    const isPlain = faultAt(at, people) === null && faultAt(at - 1, people) === null
    // Whoever has a fault has one of each, so that it is about the same in every firm.
    if (lot < 2 || !isPlain) firm.addEndpoint('teams', teamsAccount(at), person)
    if (lot === 0 || !isPlain) firm.addEndpoint('sip', `sip:${2001 + at}@voice.${DOMAIN}`, person)
    if (lot === 1 && isPlain) firm.addEndpoint('phone', numbers.mobile(at), person)
    if (isPlain && at % 25 === 12)
      firm.addUser({ displayName: person.displayName, email: person.email })
    return person
  })

  subscribers.forEach((person, nth) => {
    const fault = faultAt(KNOWN_PEOPLE + nth, people)
    const colleague = subscribers[nth + 1]
    if (fault !== null && colleague !== undefined)
      FOCUS_FAULTS[fault.name]?.({
        fault,
        person,
        colleague,
        firm,
        numbers,
        at: KNOWN_PEOPLE + nth,
      })
  })

  const endpoints = made.filter((endpoint) => !dropped.has(endpoint))
  endpoints.forEach((endpoint, nth) => {
    endpoint.endpointId = options.firstEndpointId + nth
  })
  return { subscribers, staff, users, endpoints }
}

function teamsAccount(at: number): string {
  return `8:orgid:7b91e2aa-60d4-4f0e-8c15-${String(at).padStart(12, '0')}`
}

function drawn<T>(list: readonly T[], draw: Draw, at: number, purpose: number): T {
  const item = list[draw.below(at, purpose, list.length)]
  if (item === undefined) throw new Error('Nothing to draw from')
  return item
}
