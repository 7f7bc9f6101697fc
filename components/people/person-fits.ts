import { plain, textsHold } from '@/components/directory/text-holds'
import type { Person } from '@/lib/contract/person'
import type { DirectoryTerm } from '@/lib/url/directory-text'
import type { PeopleFilterKey, PeopleQuestion } from '@/lib/url/people-url'

/** Those of the people who fit what Focus could not be asked, in their order. */
export function fittingPeople(
  people: readonly Person[],
  { rest, restWords }: Pick<PeopleQuestion, 'rest' | 'restWords'>,
): readonly Person[] {
  return people.filter(
    (person) =>
      rest.every((term) => fits(term, person)) &&
      (restWords === '' || textsHold(textsOf(person), restWords)),
  )
}

function textsOf({ name, email, jobTitle, department, externalRef, endpoints }: Person) {
  return [name, email, jobTitle, department, externalRef, ...endpoints.map(({ value }) => value)]
}

function fits({ key, values, negated }: DirectoryTerm<PeopleFilterKey>, person: Person): boolean {
  return values.some((value) => TESTS[key](person, value)) !== negated
}

const FACTS: Record<string, (person: Person) => boolean> = {
  endpoints: ({ endpoints }) => endpoints.length > 0,
  phone: ({ endpoints }) => endpoints.some(({ type }) => type === 'phone'),
  email: ({ email }) => email !== null,
  reference: ({ externalRef }) => externalRef !== null,
  department: ({ department }) => department !== null,
  retention: ({ retentionGroupId }) => retentionGroupId !== null,
}

const TESTS: Record<PeopleFilterKey, (person: Person, value: string) => boolean> = {
  person: ({ personId }, value) => personId === Number(value),
  // Only Focus knows a number in every spelling; it is always asked.
  number: () => true,
  type: ({ type }, value) => plain(type ?? '') === plain(value),
  dept: ({ department }, value) => plain(department ?? '').includes(plain(value)),
  job: ({ jobTitle }, value) => plain(jobTitle ?? '').includes(plain(value)),
  group: ({ groups }, value) =>
    groups.some(
      ({ groupId, name }) => String(groupId) === value || plain(name ?? '').includes(plain(value)),
    ),
  active: ({ active }, value) => active === (value === 'yes'),
  retention: ({ retentionGroupId }, value) =>
    value === 'none' ? retentionGroupId === null : retentionGroupId === Number(value),
  has: (person, value) => FACTS[value.toLowerCase()]?.(person) ?? false,
}
