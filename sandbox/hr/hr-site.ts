import type { EndpointType, Firm, Person } from '../tenant/firm'
import type { Fault } from '../tenant/firm-faults'
import { nameOfFault } from '../tenant/further-names'
import type { PhoneNumbers } from '../tenant/further-numbers'
import { daysBefore, type Employee, endpointIdsInUse } from './employee'
import type { PlantedKind, PlantIt } from './planted'

/** Where a fault is: the subscriber and HR's row of them, and the colleague at the next place and theirs. */
export type HrSite = {
  fault: Fault
  at: number
  person: Person
  row: Employee
  colleague: Person
  theirs: Employee
  firm: Firm
  numbers: PhoneNumbers
  today: string
  /** Leaves a row out of the file. */
  omit(row: Employee): void
  /** A further row, after the subscriber's. */
  add(row: Employee): Employee
  plant: PlantIt
  /** By the e-mail; by the name that is typed where the user has none. */
  userIdOf(address: string): number
}

/** What of the subscriber's own is wrong: their row, themselves, and these of their endpoints. */
export function own(kind: PlantedKind, ...types: EndpointType[]) {
  return ({ plant, row, person }: Pick<HrSite, 'plant' | 'row' | 'person'>) =>
    plant(kind, {
      rows: [row],
      personIds: [person.personId],
      endpointIds: types.flatMap((type) => person.endpoints[type]?.endpointId ?? []),
    })
}

/** What is wrong between the subscriber and the colleague, about the phone numbers of these. */
export function plantOfTwo(
  { plant, person, colleague }: HrSite,
  kind: PlantedKind,
  rows: Employee[],
  ...owners: Person[]
) {
  plant(kind, {
    rows,
    personIds: [person.personId, colleague.personId],
    endpointIds: owners.flatMap(({ endpoints }) => endpoints.phone?.endpointId ?? []),
  })
}

export function plantStillRecorded({ plant, row, person }: HrSite) {
  plant('left-still-recorded', {
    rows: [row],
    personIds: [person.personId],
    endpointIds: endpointIdsInUse(person),
  })
}

export function plantCanLogIn({ plant, row, person, userIdOf }: HrSite, address = person.email) {
  plant('left-can-log-in', {
    rows: [row],
    personIds: [person.personId],
    userIds: [userIdOf(address)],
  })
}

export function plantNotInHr(
  { plant, omit, row, person }: Pick<HrSite, 'plant' | 'omit' | 'row' | 'person'>,
  userIds: readonly number[] = [],
) {
  omit(row)
  plant('not-in-hr', {
    personIds: [person.personId],
    endpointIds: endpointIdsInUse(person),
    userIds,
  })
}

/** The number that stands in the firm for this place and belongs to nobody. */
export function spareEndpointIds({ firm, numbers, at }: HrSite): number[] {
  return (firm.endpointsByValue.get(numbers.spare(at)) ?? []).map(({ endpointId }) => endpointId)
}

/** The user from outside who belongs to the fault. */
export function outsiderId({ fault, userIdOf }: HrSite): number {
  return userIdOf(outsiderEmail(fault))
}

function outsiderEmail(fault: Fault): string {
  const { firstName, lastName } = nameOfFault(fault)
  return `${firstName}.${lastName}@partners.example`.toLowerCase()
}

/** Somebody HR has, and Focus has not. */
export function stranger(
  { fault, at, theirs, numbers }: HrSite,
  over: Partial<Employee> = {},
): Employee {
  return {
    ...theirs,
    ...nameOfFault(fault),
    lot: at + 500_000,
    employeeNumber: `HR-7${String(at).padStart(6, '0')}`,
    email: outsiderEmail(fault),
    phone: numbers.private(at + 200_000),
    mobile: null,
    extension: null,
    ...over,
  }
}

/** An employment of the subscriber that was over before the present one began. */
export function formerEmployment({ row, today }: HrSite): Employee {
  row.startDate = daysBefore(today, 300)
  return {
    ...row,
    lot: row.lot + 700_000,
    phone: null,
    extension: null,
    mobile: null,
    jobTitle: 'Trainee',
    status: 'left',
    startDate: daysBefore(today, 2000),
    endDate: daysBefore(today, 700),
  }
}

/** A name with one letter wrong. */
export function slipped(name: string): string {
  const at = name.length - 3
  return name.slice(0, at) + (name[at] === 'x' ? 'v' : 'x') + name.slice(at + 1)
}
