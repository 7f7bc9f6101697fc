import type { User } from '@/lib/contract/user'

/** A user as tests need one. */
export function aUser(change: Partial<User> = {}): User {
  return {
    userId: 7001,
    username: 'priya.shah@hallam-pryce.example',
    name: 'Priya Shah',
    email: null,
    roles: [],
    rights: [],
    active: true,
    lastLoginUtc: null,
    twoFactor: null,
    serviceUser: false,
    ours: false,
    otherFields: {},
    ...change,
  }
}
