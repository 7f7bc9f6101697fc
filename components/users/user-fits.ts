import { plain } from '@/components/directory/text-holds'
import type { User } from '@/lib/contract/user'
import type { UserFilterKey, UserQuestion } from '@/lib/url/users-url'
import { isWhen, parseWhen } from '@/lib/url/when-range'
import { factorWord } from './user-words'

/** When "now" is, and in which IANA zone dates are meant. */
type Clock = { nowUtc: string; timeZone: string }

/** Those of the users who fit what Focus could not be asked, in their order. */
export function fittingUsers(
  users: readonly User[],
  { rest }: Pick<UserQuestion, 'rest'>,
  clock: Clock,
): readonly User[] {
  return users.filter((user) =>
    rest.every(
      ({ key, values, negated }) =>
        values.some((value) => TESTS[key](user, value, clock)) !== negated,
    ),
  )
}

const TESTS: Record<UserFilterKey, (user: User, value: string, clock: Clock) => boolean> = {
  user: ({ userId }, value) => userId === Number(value),
  role: ({ roles }, value) => roles.some((role) => plain(role) === plain(value)),
  right: ({ rights }, value) => rights.some((right) => plain(right) === plain(value)),
  active: ({ active }, value) => active === (value === 'yes'),
  factor: (user, value) => factorWord(user) === value.toLowerCase(),
  login: ({ lastLoginUtc }, value, { nowUtc, timeZone }) => {
    const when = parseWhen(value, nowUtc, timeZone)
    return when !== null && isWhen(when, lastLoginUtc)
  },
  // Those that the list marks.
  service: ({ serviceUser, ours }, value) => (serviceUser === true || ours) === (value === 'yes'),
}
