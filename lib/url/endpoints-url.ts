import type { EndpointSearch } from '@/lib/contract/directory-endpoint'
import {
  anyText,
  type DirectoryKey,
  type DirectoryTerm,
  idOr,
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

export type EndpointFilterKey =
  | 'number'
  | 'type'
  | 'owner'
  | 'shared'
  | 'active'
  | 'first'
  | 'last'
  | 'retention'
  | 'id'

const TYPES = ['phone', 'email', 'teams', 'sip'].map((value) => ({ value, label: value }))

const WHEN = [
  { value: '>now-7d', label: 'in the last 7 days' },
  { value: '<now-30d', label: 'over 30 days ago' },
  { value: '<now-90d', label: 'over 90 days ago' },
  { value: 'never', label: 'never' },
] as const

/** What endpoints can be filtered by, in the order of the menu. */
export const ENDPOINT_KEYS: readonly DirectoryKey<EndpointFilterKey>[] = [
  {
    key: 'number',
    label: 'number or address',
    hint: 'part of a value, in any spelling',
    negatable: false,
    ...anyText,
  },
  {
    key: 'type',
    label: 'type',
    hint: 'phone, email, teams, sip',
    negatable: true,
    values: TYPES,
    ...anyText,
  },
  {
    key: 'owner',
    label: 'owner',
    hint: 'a person, or none for nobody’s',
    negatable: true,
    values: [{ value: 'none', label: 'nobody' }],
    ...idOr('none'),
  },
  {
    key: 'shared',
    label: 'shared by several people',
    hint: 'yes, no',
    negatable: false,
    ...oneOf(YES_NO),
  },
  { key: 'active', label: 'active', hint: 'yes, no', negatable: false, ...oneOf(YES_NO) },
  {
    key: 'last',
    label: 'last seen',
    hint: '>now-7d, <2026-01-01, never',
    negatable: true,
    values: WHEN,
    mistakeIn: whenMistake,
  },
  {
    key: 'first',
    label: 'first seen',
    hint: '>now-30d, <2026-01-01, never',
    negatable: true,
    values: WHEN,
    mistakeIn: whenMistake,
  },
  {
    key: 'retention',
    label: 'retention group',
    hint: 'a retention group’s id, or none',
    negatable: true,
    ...idOr('none'),
  },
  { key: 'id', label: 'endpoint id', hint: '20001', negatable: true, ...idOr() },
]

/** What Focus is asked, and what is left to be filtered among what it answers. */
export type EndpointQuestion = {
  search: EndpointSearch
  rest: DirectoryTerm<EndpointFilterKey>[]
  restWords: string
}

/** What a text of the search box asks. Focus takes one type and one part of a value. */
export function toEndpointQuestion(q: string): EndpointQuestion {
  const { terms, words } = readDirectoryText(q, ENDPOINT_KEYS)
  const number = terms.find(({ key }) => key === 'number')
  const type = terms.find(
    ({ key, negated, values }) => key === 'type' && !negated && values.length === 1,
  )
  const alone = number?.values.length === 1 ? number : undefined
  const value = alone?.values[0] ?? (number === undefined && words !== '' ? words : undefined)
  return {
    search: {
      ...(type?.values[0] !== undefined && { type: type.values[0].toLowerCase() }),
      ...(value !== undefined && { value }),
    },
    rest: terms.filter((term) => term !== alone && term !== type),
    restWords: value === words ? '' : words,
  }
}

/** The list, or the look-up of pasted values. */
export type EndpointsState = DirectoryState & { view: 'list' | 'look-up' }

export function parseEndpoints(params: Pick<URLSearchParams, 'get'>): EndpointsState {
  return { ...parseDirectory(params), view: params.get('view') === 'look-up' ? 'look-up' : 'list' }
}

/** The address of the endpoints page in this state. */
export function endpointsHref(state: Partial<EndpointsState> = {}): string {
  const { view = 'list', ...list } = state
  const params = formatDirectory({ ...DEFAULT_DIRECTORY, ...list })
  if (view === 'look-up') params.set('view', view)
  return hrefWith(PAGES.endpoints, params)
}
