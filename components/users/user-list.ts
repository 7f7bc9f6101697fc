import {
  byText,
  byValue,
  type DirectoryAsked,
  type DirectoryModel,
} from '@/components/directory/directory-model'
import type { Cell } from '@/components/list/export-sheet'
import type { User, UserPage } from '@/lib/contract/user'
import { formatInstant, type Zone } from '@/lib/format/instant'
import { explainDirectoryQuery, userSearchQuery } from '@/lib/query/directory-lists'
import { toUserQuestion, USER_KEYS, type UserFilterKey } from '@/lib/url/users-url'
import { fittingUsers } from './user-fits'

/** What a user is called; never empty. */
export function userName({ name, username, userId }: User): string {
  return name ?? username ?? `User ${userId}`
}

function cells(user: User, zone: Zone): Cell[] {
  return [
    user.userId,
    user.username,
    user.name,
    user.email,
    user.roles.join('; '),
    user.rights.join('; '),
    user.active,
    user.twoFactor,
    user.serviceUser,
    user.lastLoginUtc === null ? null : formatInstant(user.lastLoginUtc, zone, 'full'),
    user.lastLoginUtc,
  ]
}

const flag = (value: boolean | null) => (value === null ? null : Number(value))

/** The list of users. */
export const USERS: DirectoryModel<User, UserFilterKey> = {
  of: 'users',
  noun: { one: 'user', many: 'users' },
  keys: USER_KEYS,
  placeholder: 'A name, or role: right: factor: login: active:',
  idOf: ({ userId }) => userId,
  nameOf: userName,
  sheet: {
    title: 'Users',
    columns: [
      'user_id',
      'username',
      'name',
      'email',
      'roles',
      'rights',
      'active',
      'second_factor',
      'service_user',
      'last_login',
      'last_login_utc',
    ],
    zoned: ['last_login'],
    phones: [],
    cells,
  },
  compare: {
    name: byText(userName),
    username: byText(({ username }) => username),
    roles: byText(({ roles }) => roles.join(', ') || null),
    rights: byValue(({ rights }) => rights.length),
    login: byValue(({ lastLoginUtc }) => lastLoginUtc),
    factor: byValue(({ twoFactor }) => flag(twoFactor)),
    active: byValue(({ active }) => flag(active)),
    id: byValue(({ userId }) => userId),
  },
  valuesIn: ({ roles, rights }) => [
    ...roles.map((role) => ({ key: 'role' as const, value: role, label: role })),
    ...rights.map((right) => ({ key: 'right' as const, value: right, label: right })),
  ],
}

function rowsOf(page: UserPage): readonly User[] {
  return page.users
}

/** What the search box asks of users. `nowUtc` is what `now` means, `timeZone` the IANA zone of its dates. */
export function usersAsked(
  q: string,
  nowUtc: string,
  timeZone: string,
): DirectoryAsked<User, UserPage> {
  const question = toUserQuestion(q)
  const { search, rest } = question
  return {
    source: {
      key: JSON.stringify(search),
      page: (limit, offset) => userSearchQuery({ ...search, limit, offset }),
      rowsOf,
    },
    explain: explainDirectoryQuery({ of: 'users', search }),
    here:
      rest.length > 0
        ? {
            key: JSON.stringify(rest),
            words: rest.map(({ key }) => USER_KEYS.find((one) => one.key === key)?.label ?? key),
            filter: (users) => fittingUsers(users, question, { nowUtc, timeZone }),
          }
        : null,
  }
}
