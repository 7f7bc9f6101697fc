import { type Draw, PURPOSE } from '../tenant/draw'
import type { Person } from '../tenant/firm'
import type { PhoneNumbers } from '../tenant/further-numbers'
import type { Column } from './wording'

/** Somebody as HR has them, before it is decided how that is spelt. */
export type Employee = {
  /** What the spelling of the row is drawn from. */
  lot: number
  employeeNumber: string | null
  firstName: string
  lastName: string
  email: string | null
  /** International digits, as the mobile. */
  phone: string | null
  mobile: string | null
  extension: string | null
  department: string | null
  team: string | null
  jobTitle: string | null
  status: 'employed' | 'left' | 'not-yet' | null
  /** ISO dates. */
  startDate: string | null
  endDate: string | null
  /** The name is all there is to go by, and must not be nicknamed as well. */
  nameAsItIs?: true
  /** Cells as they stand, whatever the habits of the file. */
  spelt?: Partial<Record<Column, string>>
}

export type EmployeeSource = { draw: Draw; numbers: PhoneNumbers; today: string }

const DAY_MS = 86_400_000

/** The ISO date so many days before `today`; after it for a negative number. */
export function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10)
}

/** Somebody of whom HR has what Focus has. `at` is their place in the firm. */
export function employeeOf(
  person: Person,
  at: number,
  { draw, numbers, today }: EmployeeSource,
): Employee {
  const recorded = person.furtherEndpoints?.find(
    ({ type, person: owner }) => type === 'phone' && owner === person,
  )
  const hasPrivate = draw.below(at, PURPOSE.mobile, 3) === 0
  return {
    lot: at,
    employeeNumber: person.externalRef,
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email,
    phone: person.endpoints.phone?.value ?? null,
    mobile: recorded?.value ?? (hasPrivate ? numbers.private(at) : null),
    extension: /^sip:(\d+)@/.exec(person.endpoints.sip?.value ?? '')?.[1] ?? null,
    department: person.department,
    team: person.team ?? null,
    jobTitle: person.jobTitle,
    status: 'employed',
    startDate: daysBefore(today, 400 + draw.below(at, PURPOSE.startDate, 6000)),
    endDate: null,
  }
}

/** Ends somebody's employment some days before `today`. */
export function leave(employee: Employee, today: string) {
  employee.status = 'left'
  employee.endDate = daysBefore(today, 5 + (employee.lot % 170))
}

/** Takes away what a row could be found by. */
export function forget(
  employee: Employee,
  ...fields: ('employeeNumber' | 'email' | 'phone' | 'extension')[]
) {
  for (const field of fields) employee[field] = null
  employee.mobile = null
}

/** The ids of somebody's endpoints in use. */
export function endpointIdsInUse({ endpoints, furtherEndpoints = [] }: Person): number[] {
  return Object.values(endpoints)
    .concat(furtherEndpoints)
    .filter(({ active }) => active)
    .map(({ endpointId }) => endpointId)
}
