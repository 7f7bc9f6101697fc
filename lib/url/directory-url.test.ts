import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_DIRECTORY, type DirectoryState } from './directory-url'
import { endpointsHref, parseEndpoints, toEndpointQuestion } from './endpoints-url'
import { parsePeople, parsePerson, peopleHref, personHref, toPeopleQuestion } from './people-url'
import { parseUsers, toUserQuestion, USER_VIEWS, usersHref } from './users-url'

const paramsOf = (href: string) => new URL(href, 'http://console.example').searchParams
const column = fc.stringMatching(/^[a-z][a-z-]{0,20}$/)
const id = fc.option(fc.integer({ min: 1, max: 2 ** 40 }))
const state: fc.Arbitrary<DirectoryState> = fc.record({
  q: fc.string({ maxLength: 200 }).map((text) => text.trim()),
  sort: fc.option(
    fc.record({ column, direction: fc.constantFrom('asc' as const, 'desc' as const) }),
  ),
  at: id,
  row: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  pane: fc.boolean(),
  columns: fc.option(fc.uniqueArray(column, { minLength: 1, maxLength: 8 })),
})

test('an address carries a whole state there and back', () => {
  fc.assert(
    fc.property(state, (one) => {
      expect(parsePeople(paramsOf(peopleHref(one)))).toEqual(one)
    }),
  )
  const sort = fc.record({
    field: fc.constantFrom('start' as const, 'duration' as const),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
  })
  fc.assert(
    fc.property(state, sort, ({ at, row, pane, columns }, sort) => {
      const one = { at, row, pane, columns, sort }
      expect(parsePerson(paramsOf(personHref(1001, one)))).toEqual(one)
    }),
  )
  fc.assert(
    fc.property(state, fc.constantFrom('list' as const, 'look-up' as const), (one, view) => {
      expect(parseEndpoints(paramsOf(endpointsHref({ ...one, view })))).toEqual({ ...one, view })
    }),
  )
  const side = fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('user' as const), userId: fc.integer({ min: 1 }) }),
      fc.record({
        kind: fc.constant('role' as const),
        role: fc.string({ minLength: 1, maxLength: 60 }).filter((text) => /^.+$/.test(text)),
      }),
    ),
  )
  fc.assert(
    fc.property(state, fc.constantFrom(...USER_VIEWS), side, side, (one, view, left, right) => {
      const whole = { ...one, view, left, right }
      expect(parseUsers(paramsOf(usersHref(whole)))).toEqual(whole)
    }),
  )
})

test('junk in an address falls back to the default of its part', () => {
  const junk = new URLSearchParams('sort=-&at=1e9&row=-1&cols=%20&pane=yes&view=x')
  expect(parseEndpoints(junk)).toEqual({ ...DEFAULT_DIRECTORY, view: 'list' })
})

describe('what people are asked for', () => {
  test.each([
    ['', {}, []],
    ['priya sh', { text: 'priya sh' }, []],
    ['type:subscriber active:yes dept:Treasury', { types: ['subscriber'], active: true }, ['dept']],
    ['-type:external', {}, ['type']],
    ['group:12 group:14', { groupIds: [12, 14] }, []],
    ['group:"Front office"', {}, ['group']],
    ['+44 7700 900123 active:no', { endpointValues: ['+44 7700 900123'] }, ['active']],
    ['person:1001 -has:endpoints', { personIds: [1001] }, ['has']],
    ['active:yes active:no', {}, ['active']],
    ['colour:red dept:Treasury', {}, ['dept']],
  ])('%s', (q, search, rest) => {
    const question = toPeopleQuestion(q)
    expect([question.search, question.rest.map(({ key }) => key)]).toEqual([search, rest])
  })

  test('words beside a number are looked for in its owners', () => {
    expect(toPeopleQuestion('07700 900123 shah')).toMatchObject({
      search: { endpointValues: ['07700 900123'] },
      restWords: 'shah',
    })
  })
})

describe('what endpoints are asked for', () => {
  test.each([
    ['', {}, [], ''],
    ['07897 897897 type:phone', { type: 'phone', value: '07897 897897' }, [], ''],
    ['@hallam', { value: '@hallam' }, [], ''],
    ['type:phone type:sip owner:none', {}, ['type', 'owner'], ''],
    ['07897897897 dana', { value: '07897897897' }, [], 'dana'],
    ['last:<now-90d -last:never', {}, ['last', 'last'], ''],
  ])('%s', (q, search, rest, words) => {
    const question = toEndpointQuestion(q)
    expect([question.search, question.rest.map(({ key }) => key), question.restWords]).toEqual([
      search,
      rest,
      words,
    ])
  })
})

test.each([
  ['', {}, []],
  ['priya active:yes', { text: 'priya', active: true }, []],
  ['role:Reviewer -right:Recording.Play login:never', {}, ['role', 'right', 'login']],
])('users are asked for by %s', (q, search, rest) => {
  const question = toUserQuestion(q)
  expect([question.search, question.rest.map(({ key }) => key)]).toEqual([search, rest])
})
