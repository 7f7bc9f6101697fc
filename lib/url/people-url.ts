import type { PersonSearch } from '@/lib/contract/person'
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
import {
  DEFAULT_RECORDINGS,
  formatRecordingSearch,
  parseRecordingSearch,
  type RecordingsState,
} from './recordings-url'

export type PeopleFilterKey =
  | 'person'
  | 'number'
  | 'type'
  | 'dept'
  | 'job'
  | 'group'
  | 'active'
  | 'retention'
  | 'has'

const PERSON_TYPES = [
  { value: 'subscriber', label: 'subscriber (recorded)' },
  { value: 'external', label: 'external contact' },
  { value: 'user', label: 'user' },
] as const

const FACTS = [
  { value: 'endpoints', label: 'an endpoint' },
  { value: 'phone', label: 'a phone number' },
  { value: 'email', label: 'an e-mail address' },
  { value: 'reference', label: 'an employee number' },
  { value: 'department', label: 'a department' },
  { value: 'retention', label: 'a retention group of their own' },
] as const

/** What people can be filtered by, in the order of the menu. */
export const PEOPLE_KEYS: readonly DirectoryKey<PeopleFilterKey>[] = [
  {
    key: 'person',
    label: 'person',
    hint: 'somebody, by name or id',
    negatable: true,
    mistakeIn: (value) =>
      /^[1-9]\d{0,15}$/.test(value)
        ? null
        : 'Choose a person from the suggestions, or write an id.',
  },
  {
    key: 'number',
    label: 'number or address',
    hint: 'whose endpoint it is, in any spelling',
    negatable: false,
    mistakeIn: (value) =>
      value.length < 3 ? 'A number or address has 3 characters or more.' : null,
  },
  {
    key: 'type',
    label: 'kind of person',
    hint: 'subscriber, external, user',
    negatable: true,
    values: PERSON_TYPES,
    ...anyText,
  },
  { key: 'dept', label: 'department', hint: 'Treasury', negatable: true, ...anyText },
  { key: 'job', label: 'job title', hint: 'Adviser', negatable: true, ...anyText },
  { key: 'group', label: 'group', hint: 'a group’s name or id', negatable: true, ...anyText },
  { key: 'active', label: 'active', hint: 'yes, no', negatable: false, ...oneOf(YES_NO) },
  {
    key: 'retention',
    label: 'retention group',
    hint: 'a retention group’s id, or none for the default alone',
    negatable: true,
    ...idOr('none'),
  },
  { key: 'has', label: 'has', hint: 'endpoints, email…', negatable: true, ...oneOf(FACTS) },
]

/** What Focus is asked, and what is left to be filtered among what it answers. */
export type PeopleQuestion = {
  search: PersonSearch
  /** Filters that Focus does not have, or not beside the others. */
  rest: DirectoryTerm<PeopleFilterKey>[]
  /** Words that are left to be looked for in the rows. */
  restWords: string
}

/** What a text of the search box asks. A number names its owner by itself, so all the rest is filtered then. */
export function toPeopleQuestion(q: string): PeopleQuestion {
  const { terms, words } = readDirectoryText(q, PEOPLE_KEYS)
  const named = (key: 'number' | 'person') =>
    terms.find((term) => term.key === key && !term.negated)
  const number = named('number')
  if (number !== undefined)
    return {
      search: { endpointValues: number.values },
      rest: terms.filter((term) => term !== number),
      restWords: words,
    }
  const person = named('person')
  if (person !== undefined)
    return {
      search: { personIds: person.values.map(Number) },
      rest: terms.filter((term) => term !== person),
      restWords: words,
    }
  const search: PersonSearch = words === '' ? {} : { text: words }
  const rest = terms.filter((term) => !takenByFocus(term, search))
  return { search, rest, restWords: '' }
}

function takenByFocus(term: DirectoryTerm<PeopleFilterKey>, search: PersonSearch): boolean {
  const { key, values, negated } = term
  if (negated) return false
  if (key === 'type') search.types = values.map((value) => value.toLowerCase())
  else if (key === 'active' && values.length === 1) search.active = values[0] === 'yes'
  else if (key === 'group' && values.every((value) => /^\d{1,15}$/.test(value)))
    search.groupIds = values.map(Number)
  else return false
  return true
}

export function parsePeople(params: Pick<URLSearchParams, 'get'>): DirectoryState {
  return parseDirectory(params)
}

/** The address of the list of people in this state. */
export function peopleHref(state: Partial<DirectoryState> = {}): string {
  return hrefWith(PAGES.people, formatDirectory({ ...DEFAULT_DIRECTORY, ...state }))
}

/** Where the reader is among the recordings of one person. */
export type PersonState = Pick<RecordingsState, 'sort' | 'at' | 'row' | 'pane' | 'columns'>

export function parsePerson(params: Pick<URLSearchParams, 'get'>): PersonState {
  const { sort, at, row, pane, columns } = parseRecordingSearch(params)
  return { sort, at, row, pane, columns }
}

/** The page of one person, with their recordings in this state. */
export function personHref(personId: number, state: Partial<PersonState> = {}): string {
  const params = formatRecordingSearch({ ...DEFAULT_RECORDINGS, ...state })
  return hrefWith(`${PAGES.people}/${personId}`, params)
}
