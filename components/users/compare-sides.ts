import type { User } from '@/lib/contract/user'
import type { Side } from '@/lib/url/users-url'
import { rolesOf } from './roles'
import { userName } from './user-list'

/** One of two that are held beside each other. */
export type Compared = {
  name: string
  roles: readonly string[]
  /** Of a role: what each of its holders has. */
  rights: readonly string[]
  /** Of a role: what only some of its holders have. */
  someRights: readonly string[]
  /** The user themselves; null for a role. */
  user: User | null
  holders: number
}

/** Who or what a side is among these users; null when there is nobody of the kind. */
export function comparedOf(side: Side, users: readonly User[]): Compared | null {
  if (side.kind === 'user') {
    const user = users.find(({ userId }) => userId === side.userId)
    if (user === undefined) return null
    const { roles, rights } = user
    return { name: userName(user), roles, rights, someRights: [], user, holders: 1 }
  }
  const seen = rolesOf(users).find(({ role }) => role === side.role)
  if (seen === undefined) return null
  return {
    name: seen.role,
    roles: [],
    rights: [...seen.all],
    someRights: [...seen.some],
    user: null,
    holders: seen.holders.length,
  }
}

/** Who has what of all that either has, in alphabetical order. */
export type Difference = { what: string; left: boolean; right: boolean }

export function differences(left: readonly string[], right: readonly string[]): Difference[] {
  const [mine, theirs] = [new Set(left), new Set(right)]
  return [...new Set([...left, ...right])]
    .sort((a, b) => a.localeCompare(b))
    .map((what) => ({ what, left: mine.has(what), right: theirs.has(what) }))
}
