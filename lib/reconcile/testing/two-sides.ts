import type { Endpoint } from '@/lib/contract/directory-endpoint'
import type { Person } from '@/lib/contract/person'
import type { RetentionGroup } from '@/lib/contract/retention'
import type { User } from '@/lib/contract/user'
import type { FocusDirectory, HrRow, Mismatch, ReconcileRules } from '../model'
import { type ReconcileOptions, reconcile } from '../reconcile'

/** Sophie Renard as HR and Focus have her when they agree; what a test is about is written over it. */
export function row(over: Partial<HrRow> = {}): HrRow {
  return {
    line: 2,
    employeeNumber: 'HR-1',
    name: 'Sophie Renard',
    firstName: null,
    middleName: null,
    lastName: null,
    emails: ['sophie.renard@firm.example'],
    phones: ['+44 7700 900001'],
    extensions: [],
    department: 'Sales',
    group: null,
    jobTitle: 'Trader',
    employment: 'employed',
    startDate: '2020-01-01',
    endDate: null,
    ...over,
  }
}

export function endpoint(over: Partial<Endpoint> = {}): Endpoint {
  return {
    endpointId: 11,
    type: 'phone',
    value: '447700900001',
    personId: 1,
    personName: null,
    retentionGroupId: null,
    active: true,
    firstSeenUtc: '2024-01-01T00:00:00.000Z',
    lastSeenUtc: '2026-11-20T09:00:00.000Z',
    otherFields: {},
    ...over,
  }
}

export function person(over: Partial<Person> = {}): Person {
  return {
    personId: 1,
    type: 'subscriber',
    name: 'Sophie Renard',
    firstName: 'Sophie',
    lastName: 'Renard',
    email: 'sophie.renard@firm.example',
    department: 'Sales',
    jobTitle: 'Trader',
    active: true,
    retentionGroupId: 41,
    managerId: null,
    externalRef: 'HR-1',
    groups: [],
    endpoints: [],
    otherFields: {},
    ...over,
  }
}

/** Somebody else, who agrees with nobody above. */
export const otherRow = (over: Partial<HrRow> = {}): HrRow =>
  row({
    line: 3,
    employeeNumber: 'HR-2',
    name: 'Marcus Olsen',
    emails: ['marcus.olsen@firm.example'],
    phones: ['+44 7700 900002'],
    ...over,
  })

export const otherPerson = (over: Partial<Person> = {}): Person =>
  person({
    personId: 2,
    name: 'Marcus Olsen',
    firstName: 'Marcus',
    lastName: 'Olsen',
    email: 'marcus.olsen@firm.example',
    externalRef: 'HR-2',
    ...over,
  })

export const otherEndpoint = (over: Partial<Endpoint> = {}): Endpoint =>
  endpoint({ endpointId: 12, value: '447700900002', personId: 2, ...over })

export function user(over: Partial<User> = {}): User {
  return {
    userId: 71,
    username: 'sophie.renard@firm.example',
    name: 'Sophie Renard',
    email: 'sophie.renard@firm.example',
    roles: ['Reviewer'],
    rights: ['Recording.View'],
    active: true,
    lastLoginUtc: '2026-11-20T09:00:00.000Z',
    twoFactor: true,
    serviceUser: false,
    ours: false,
    otherFields: {},
    ...over,
  }
}

export function group(over: Partial<RetentionGroup> = {}): RetentionGroup {
  return {
    id: 41,
    name: 'Default',
    isDefault: true,
    periods: [],
    memberCount: null,
    otherFields: {},
    ...over,
  }
}

export const RULES: ReconcileRules = {
  today: '2026-11-23',
  defaultCountry: 'GB',
  retention: [],
  silentDays: 30,
  privilegedRights: ['Users.View'],
}

export const GROUPS = [group(), group({ id: 42, name: 'Trading floor', isDefault: false })]

/** Runs the engine over what is given; what is left out is empty. */
export function compare(
  rows: readonly HrRow[],
  directory: Partial<FocusDirectory>,
  rules: Partial<ReconcileRules> = {},
  options: ReconcileOptions = {},
): Mismatch[] {
  const whole = { people: [], endpoints: [], users: [], retentionGroups: GROUPS, ...directory }
  return reconcile(rows, whole, { ...RULES, ...rules }, options).mismatches
}

/** The kinds alone. */
export function kinds(...of: Parameters<typeof compare>): string[] {
  return compare(...of).map(({ kind }) => kind)
}
