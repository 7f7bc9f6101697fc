import type { Firm } from './firm'
import { instantOf } from './recording-row'

export const SERVICE_USERNAME = 'focus.console@sandbox.example'
const FIRST_USER = 7001
/** Those who work the tenant, in their order. */
export const FIRST_OPERATOR_USER = 7101
const DAY_MS = 86_400_000

export type User = {
  userId: number
  username: string
  displayName: string
  email: string
  roles: string[]
  rights: string[]
  active: boolean
  lastLoginUTC: string | null
  twoFactorEnabled: boolean
  isServiceUser: boolean
}

/** The subscriber who signs in as a user; the first fourteen do. */
export function subscriberOfUser(firm: Firm, userId: number) {
  const at = userId - FIRST_USER
  return at < 14 ? firm.subscribers[at] : undefined
}

/** Everyone who may sign in to the tenant, the service user with the rights it holds now. */
export function usersOf(firm: Firm, serviceRights: readonly string[], nowMs: number): User[] {
  const reviewers = firm.subscribers.slice(0, 14).map((person, at) => ({
    userId: FIRST_USER + at,
    username: person.email,
    displayName: person.displayName,
    email: person.email,
    roles: at === 10 ? ['Compliance'] : at % 4 === 0 ? ['Reviewer', 'Team lead'] : ['Reviewer'],
    rights: ['Recording.View', 'Recording.Play', ...(at === 10 ? ['Recording.Audit.View'] : [])],
    active: at !== 13,
    lastLoginUTC: at === 12 ? null : instantOf(nowMs - (at + 1) * 7_300_000),
    twoFactorEnabled: at % 5 !== 4,
    isServiceUser: false,
  }))
  const staff = firm.operators.map((person, at) => ({
    userId: FIRST_OPERATOR_USER + at,
    username: person.email,
    displayName: person.displayName,
    email: person.email,
    roles: [['Administrator'], ['Auditor'], ['Service']][at] ?? [],
    rights:
      person.email === SERVICE_USERNAME
        ? [...serviceRights]
        : ['Users.View', 'RetentionGroup.View', 'Recording.Audit.View'],
    active: true,
    lastLoginUTC: instantOf(nowMs - (at + 1) * 3_600_000),
    twoFactorEnabled: person.email !== SERVICE_USERNAME,
    isServiceUser: person.email === SERVICE_USERNAME,
  }))
  const further = firm.furtherUsers.map(({ lastLoginDays, ...user }) => ({
    ...user,
    roles: user.rights.includes('Users.View') ? ['Administrator'] : ['Reviewer'],
    rights: [...user.rights],
    lastLoginUTC: instantOf(nowMs - lastLoginDays * DAY_MS),
    twoFactorEnabled: user.userId % 5 !== 4,
    isServiceUser: false,
  }))
  return [...reviewers, ...staff, ...further]
}
