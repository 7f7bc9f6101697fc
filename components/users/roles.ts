import type { User } from '@/lib/contract/user'

/** A role as those who have it hold rights: Focus does not say what a role grants. */
export type RoleSeen = {
  role: string
  holders: readonly User[]
  /** Rights that each of them holds. */
  all: ReadonlySet<string>
  /** Rights that some of them hold, and not all. */
  some: ReadonlySet<string>
}

/** Every role that anybody has, by name. */
export function rolesOf(users: readonly User[]): RoleSeen[] {
  const holders = new Map<string, User[]>()
  for (const user of users)
    for (const role of new Set(user.roles)) {
      const theirs = holders.get(role)
      if (theirs === undefined) holders.set(role, [user])
      else theirs.push(user)
    }
  return [...holders]
    .map(([role, theirs]) => ({
      role,
      holders: theirs,
      ...sharedAmong(theirs.map(({ rights }) => rights)),
    }))
    .sort((a, b) => a.role.localeCompare(b.role, 'en-GB'))
}

/** What stands in every one of the lists, and what in some of them alone. */
export function sharedAmong(lists: readonly (readonly string[])[]) {
  const counts = new Map<string, number>()
  for (const list of lists)
    for (const name of new Set(list)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const where = (fits: (count: number) => boolean): ReadonlySet<string> =>
    new Set([...counts].flatMap(([name, count]) => (fits(count) ? [name] : [])))
  return {
    all: where((count) => count === lists.length),
    some: where((count) => count < lists.length),
  }
}

/** Rights under the noun they are about, both in alphabetical order: `Recording` has `Recording.Play`… */
export type RightGroup = { about: string; rights: readonly string[] }

export function groupRights(rights: Iterable<string>): RightGroup[] {
  const groups = new Map<string, Set<string>>()
  for (const right of rights) {
    const about = right.split('.')[0] ?? right
    groups.set(about, (groups.get(about) ?? new Set()).add(right))
  }
  return [...groups]
    .map(([about, all]) => ({ about, rights: [...all].sort((a, b) => a.localeCompare(b)) }))
    .sort((a, b) => a.about.localeCompare(b.about))
}
