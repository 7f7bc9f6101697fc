import type { UserSearch } from '@/lib/contract/user'
import {
  anyText,
  type DirectoryKey,
  type DirectoryTerm,
  oneOf,
  readDirectoryText,
  YES_NO,
} from './directory-text'
import {
  DEFAULT_DIRECTORY,
  type DirectoryState,
  formatDirectory,
  hrefWith,
  parseDirectory,
} from './directory-url'
import { PAGES } from './pages'
import { whenMistake } from './when-range'

export type UserFilterKey = 'user' | 'role' | 'right' | 'active' | 'factor' | 'login' | 'service'

const LOGINS = [
  { value: '>now-7d', label: 'in the last 7 days' },
  { value: '<now-90d', label: 'over 90 days ago' },
  { value: 'never', label: 'never' },
] as const

/** What users can be filtered by, in the order of the menu. */
export const USER_KEYS: readonly DirectoryKey<UserFilterKey>[] = [
  {
    key: 'user',
    label: 'user',
    hint: 'a user’s id',
    negatable: true,
    mistakeIn: (value) => (/^[1-9]\d{0,15}$/.test(value) ? null : 'Write an id.'),
  },
  { key: 'role', label: 'role', hint: 'Administrator', negatable: true, ...anyText },
  { key: 'right', label: 'right', hint: 'Recording.Play', negatable: true, ...anyText },
  { key: 'active', label: 'active', hint: 'yes, no', negatable: false, ...oneOf(YES_NO) },
  {
    key: 'factor',
    label: 'second factor',
    hint: 'on, off, unknown',
    negatable: true,
    ...oneOf(['on', 'off', 'unknown'].map((value) => ({ value, label: value }))),
  },
  {
    key: 'login',
    label: 'last login',
    hint: '>now-7d, <now-90d, never',
    negatable: true,
    values: LOGINS,
    mistakeIn: whenMistake,
  },
  { key: 'service', label: 'service user', hint: 'yes, no', negatable: false, ...oneOf(YES_NO) },
]

/** What Focus is asked, and what is left to be filtered among what it answers. */
export type UserQuestion = { search: UserSearch; rest: DirectoryTerm<UserFilterKey>[] }

/** What a text of the search box asks. */
export function toUserQuestion(q: string): UserQuestion {
  const { terms, words } = readDirectoryText(q, USER_KEYS)
  const active = terms.find(({ key, values }) => key === 'active' && values.length === 1)
  return {
    search: {
      ...(words !== '' && { text: words }),
      ...(active !== undefined && { active: active.values[0] === 'yes' }),
    },
    rest: terms.filter((term) => term !== active),
  }
}

export const USER_VIEWS = ['list', 'rights', 'roles', 'compare', 'service'] as const
export type UserView = (typeof USER_VIEWS)[number]

/** Somebody, or everybody with a role, to hold beside another. */
export type Side = { kind: 'user'; userId: number } | { kind: 'role'; role: string }

export type UsersState = DirectoryState & {
  view: UserView
  /** Who is compared; null while nobody is chosen. */
  left: Side | null
  right: Side | null
}

export function parseUsers(params: Pick<URLSearchParams, 'get'>): UsersState {
  return {
    ...parseDirectory(params),
    view: USER_VIEWS.find((view) => view === params.get('view')) ?? 'list',
    left: parseSide(params.get('left') ?? ''),
    right: parseSide(params.get('right') ?? ''),
  }
}

/** The address of the users page in this state. */
export function usersHref(state: Partial<UsersState> = {}): string {
  const { view = 'list', left = null, right = null, ...list } = state
  const params = formatDirectory({ ...DEFAULT_DIRECTORY, ...list })
  if (view !== 'list') params.set('view', view)
  if (left !== null) params.set('left', formatSide(left))
  if (right !== null) params.set('right', formatSide(right))
  return hrefWith(PAGES.users, params)
}

/** `user:7001`, `role:Team lead`. */
export function formatSide(side: Side): string {
  return side.kind === 'user' ? `user:${side.userId}` : `role:${side.role}`
}

/** The inverse of `formatSide`; null for anything else. */
export function parseSide(text: string): Side | null {
  const user = /^user:([1-9]\d{0,15})$/.exec(text)?.[1]
  if (user !== undefined && Number.isSafeInteger(Number(user)))
    return { kind: 'user', userId: Number(user) }
  const role = /^role:(.{1,200})$/.exec(text)?.[1]
  return role === undefined ? null : { kind: 'role', role }
}
