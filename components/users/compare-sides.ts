import type { User } from '@/lib/contract/user'
import { formatInstant, type Zone } from '@/lib/format/instant'
import type { Side } from '@/lib/url/users-url'
import { rolesOf, sharedAmong } from './roles'
import { userName } from './user-list'
import { activeWord, countsOf, factorWord, loginWords } from './user-words'

/** Names that all of somebody have, and those that only some of them have. */
export type Held = { all: ReadonlySet<string>; some: ReadonlySet<string> }

/** One of two that are held beside each other: a user, or all who have a role. */
export type Compared = {
  kind: Side['kind']
  name: string
  /** The user alone, or the role's holders. */
  people: readonly User[]
  roles: Held
  rights: Held
}

/** Who or what a side is among these users; null when there is nobody of the kind. */
export function comparedOf(side: Side, users: readonly User[]): Compared | null {
  if (side.kind === 'user') {
    const user = users.find(({ userId }) => userId === side.userId)
    return user === undefined ? null : compared('user', userName(user), [user])
  }
  const seen = rolesOf(users).find(({ role }) => role === side.role)
  return seen === undefined ? null : compared('role', seen.role, seen.holders)
}

function compared(kind: Side['kind'], name: string, people: readonly User[]): Compared {
  return {
    ...{ kind, name, people },
    roles: sharedAmong(people.map(({ roles }) => roles)),
    rights: sharedAmong(people.map(({ rights }) => rights)),
  }
}

/** Who has what: `all` of those behind a side (the user themselves), `some` of them, `none`. */
export type Holding = 'all' | 'some' | 'none'
export type Difference = { what: string; left: Holding; right: Holding }

/** Everything that either has, even if only some of them have it, in alphabetical order. */
export function differences(left: Held, right: Held): Difference[] {
  const holding = ({ all, some }: Held, what: string): Holding =>
    all.has(what) ? 'all' : some.has(what) ? 'some' : 'none'
  return [...new Set([...left.all, ...left.some, ...right.all, ...right.some])]
    .sort((a, b) => a.localeCompare(b, 'en-GB'))
    .map((what) => ({ what, left: holding(left, what), right: holding(right, what) }))
}

/** How the rights of two differ, in one sentence. */
export function differenceWords(rights: readonly Difference[], a: string, b: string): string {
  if (rights.length === 0) return 'Neither has any right.'
  const apart = rights.filter(({ left, right }) => left !== right)
  if (apart.length === 0)
    return rights.length === 1
      ? 'Both have the same right.'
      : `Both have the same ${rights.length} rights.`
  const onlyLeft = apart.filter(({ right }) => right === 'none').length
  const onlyRight = apart.filter(({ left }) => left === 'none').length
  const inPart = apart.length - onlyLeft - onlyRight
  const more = inPart === 0 ? '' : ` ${inPart} more only some holders of a role have.`
  return `${onlyLeft} of ${rights.length} rights only ${a} has, ${onlyRight} only ${b}.${more}`
}

/** What else is told of a side; of a role in counts. */
export function sideFacts({ kind, people }: Compared, zone: Zone, nowMs: number) {
  const [user] = people
  if (kind === 'user' && user !== undefined)
    return {
      active: activeWord(user),
      login: loginWords(user, zone, nowMs),
      factor: factorWord(user),
    }
  const logins = people.flatMap(({ lastLoginUtc }) => lastLoginUtc ?? []).sort()
  const never = people.length - logins.length
  const latest = logins.at(-1)
  return {
    active: countsOf(people.map(activeWord), 'yes'),
    login: [
      latest === undefined ? null : `latest ${formatInstant(latest, zone)}`,
      never === 0 ? null : `${never} never`,
    ]
      .filter((words) => words !== null)
      .join(', '),
    factor: countsOf(people.map(factorWord), 'on'),
  }
}
