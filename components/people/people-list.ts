import {
  byText,
  byValue,
  type DirectoryAsked,
  type DirectoryModel,
} from '@/components/directory/directory-model'
import type { Cell } from '@/components/list/export-sheet'
import type { Person, PersonPage } from '@/lib/contract/person'
import { explainDirectoryQuery, personSearchQuery } from '@/lib/query/directory-lists'
import type { DirectoryKey } from '@/lib/url/directory-text'
import { PEOPLE_KEYS, type PeopleFilterKey, toPeopleQuestion } from '@/lib/url/people-url'
import { fittingPeople } from './person-fits'

/** The first phone number of somebody, as Focus keeps it; null where they have none. */
export function phoneOf({ endpoints }: Person): string | null {
  return endpoints.find(({ type }) => type === 'phone')?.value ?? null
}

const groupsText = ({ groups }: Person) =>
  groups.map(({ name, groupId }) => name ?? `Group ${groupId}`).join('; ')

function cells(person: Person): Cell[] {
  return [
    person.personId,
    person.type,
    person.name,
    person.firstName,
    person.lastName,
    person.email,
    person.department,
    person.jobTitle,
    person.externalRef,
    groupsText(person),
    person.active,
    person.retentionGroupId,
    person.endpoints.map(({ value }) => value ?? '').join('; '),
  ]
}

/** The list of people. */
export const PEOPLE: DirectoryModel<Person, PeopleFilterKey> = {
  of: 'people',
  noun: { one: 'person', many: 'people' },
  keys: PEOPLE_KEYS,
  placeholder: 'A name, a number, or dept: group: type: active: has:',
  idOf: ({ personId }) => personId,
  nameOf: ({ name }) => name,
  sheet: {
    title: 'People',
    columns: [
      'person_id',
      'type',
      'name',
      'first_name',
      'last_name',
      'email',
      'department',
      'job_title',
      'external_ref',
      'groups',
      'active',
      'retention_group',
      'endpoints',
    ],
    zoned: [],
    phones: ['endpoints'],
    cells,
  },
  compare: {
    name: byText(({ name }) => name),
    type: byText(({ type }) => type),
    department: byText(({ department }) => department),
    job: byText(({ jobTitle }) => jobTitle),
    email: byText(({ email }) => email),
    reference: byText(({ externalRef }) => externalRef),
    endpoints: byValue(({ endpoints }) => endpoints.length),
    retention: byValue(({ retentionGroupId }) => retentionGroupId),
    active: byValue(({ active }) => (active === null ? null : Number(active))),
    id: byValue(({ personId }) => personId),
  },
  valuesIn: ({ department, jobTitle, groups }) => [
    ...(department === null
      ? []
      : [{ key: 'dept' as const, value: department, label: department }]),
    ...(jobTitle === null ? [] : [{ key: 'job' as const, value: jobTitle, label: jobTitle }]),
    ...groups.flatMap(({ groupId, name }) =>
      groupId === null
        ? []
        : [{ key: 'group' as const, value: String(groupId), label: name ?? `Group ${groupId}` }],
    ),
  ],
}

function rowsOf(page: PersonPage): readonly Person[] {
  return page.people
}

/** What the search box asks of people. */
export function peopleAsked(q: string): DirectoryAsked<Person, PersonPage> {
  const question = toPeopleQuestion(q)
  const { search, rest, restWords } = question
  const wordOf = (key: PeopleFilterKey) =>
    (PEOPLE_KEYS as readonly DirectoryKey<PeopleFilterKey>[]).find((one) => one.key === key)
      ?.label ?? key
  const here = rest.length > 0 || restWords !== ''
  const named = search.endpointValues !== undefined || search.personIds !== undefined
  return {
    source: {
      key: JSON.stringify(search),
      page: (limit, offset) => personSearchQuery(named ? search : { ...search, limit, offset }),
      rowsOf,
    },
    explain: explainDirectoryQuery({ of: 'people', search }),
    here: here
      ? {
          key: JSON.stringify([rest, restWords]),
          words: [...rest.map(({ key }) => wordOf(key)), ...(restWords === '' ? [] : ['words'])],
          filter: (people) => fittingPeople(people, question),
        }
      : null,
  }
}
