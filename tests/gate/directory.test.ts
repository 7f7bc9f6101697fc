import './gate-environment'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { ApiName } from '@/lib/contract/api'
import { EndpointMatches, EndpointPage } from '@/lib/contract/directory-endpoint'
import type { Role } from '@/lib/contract/permission'
import { Person, PersonActivity, PersonPage } from '@/lib/contract/person'
import { RecordingPage, SearchExplanation } from '@/lib/contract/recording-search'
import { UserPage } from '@/lib/contract/user'
import { ledger } from '@/lib/ledger/ledger'
import { ProblemBody } from '@/lib/problem/problem'
import { cookieOf } from './gate-request'
import { makeCall } from './recorded-calls'
import { runningGate } from './running-gate'

const { routes, tenant } = runningGate()

type Asked = { id?: string; body?: unknown; roles?: Role[] }

async function asked(name: ApiName, { roles = ['admin'], ...call }: Asked) {
  return makeCall(routes(), name, await cookieOf(roles), call)
}

async function read<S extends z.ZodType>(schema: S, name: ApiName, call: Asked) {
  const response = await asked(name, call)
  expect([name, response.status]).toEqual([name, 200])
  return schema.parse(await response.json())
}

async function slug(name: ApiName, call: Asked) {
  return ProblemBody.parse(await (await asked(name, call)).json()).slug
}

test('people are found by what Focus filters, and named by id and by any spelling of a number', async () => {
  const page = await read(PersonPage, 'searchPeople', {
    body: { types: ['subscriber'], active: true, limit: 3 },
  })
  expect(page).toMatchObject({ nextOffset: 3, unreadable: 0 })
  expect(page.people.map(({ type, active }) => [type, active])).toEqual(
    Array.from({ length: 3 }, () => ['subscriber', true]),
  )
  const byName = await read(PersonPage, 'searchPeople', { body: { name: 'priya' } })
  expect(byName.people.map(({ name }) => name)).toContain('Priya Shah')

  const [priya] = byName.people.filter(({ personId }) => personId === 1001)
  const phone = priya?.endpoints.find(({ type }) => type === 'phone')?.value ?? ''
  expect(phone).toMatch(/^44\d{10}$/)
  const spellings = [`+${phone}`, phone.replace(/^44/, '0'), phone.replace(/^44/, '+44 (0)')]
  for (const spelling of spellings) {
    const owners = await read(PersonPage, 'searchPeople', { body: { endpointValues: [spelling] } })
    expect([spelling, owners.people.map(({ personId }) => personId)]).toEqual([spelling, [1001]])
  }
  const both = await read(PersonPage, 'searchPeople', { body: { personIds: [1002, 1001, 1002] } })
  expect(both).toMatchObject({ total: 2, nextOffset: null })
})

test('endpoints are found by part of a value, a phone number in any spelling', async () => {
  const values = async (value: string) => {
    const page = await read(EndpointPage, 'searchEndpoints', { body: { value, limit: 200 } })
    return page.endpoints.map((endpoint) => endpoint.value)
  }
  expect(await values('+44 7897 897897')).toEqual(['447897897897'])
  expect(await values('07897 8978')).toEqual(['447897897897'])
  const page = await read(EndpointPage, 'searchEndpoints', { body: { type: 'sip', limit: 5 } })
  expect(new Set(page.endpoints.map(({ type }) => type))).toEqual(new Set(['sip']))
})

test('a look-up answers every value in the order asked, found or not', async () => {
  const values = ['07897897897', 'nobody@nowhere.example', '+44 7897 897897', '447700900999']
  const { matches } = await read(EndpointMatches, 'lookUpEndpoints', { body: { values } })
  expect(matches.map(({ value, endpoints }) => [value, endpoints.map((one) => one.value)])).toEqual(
    [
      ['07897897897', ['447897897897']],
      ['nobody@nowhere.example', []],
      ['+44 7897 897897', ['447897897897']],
      ['447700900999', []],
    ],
  )
  const many = Array.from({ length: 1000 }, (_, at) => `4477009${String(at).padStart(5, '0')}`)
  const all = await read(EndpointMatches, 'lookUpEndpoints', { body: { values: many } })
  expect(all.matches.map(({ value }) => value)).toEqual(many)
  expect(await slug('lookUpEndpoints', { body: { values: [...many, 'x'] } })).toBe(
    'invalid-request',
  )
})

test('an admin is given counts of what was recorded of somebody, and no recording', async () => {
  const response = await asked('getPersonActivity', { id: '1001' })
  const text = await response.text()
  expect(text).not.toMatch(/\b50\d{4}\b/)
  const activity = PersonActivity.parse(JSON.parse(text))
  const whole = await read(RecordingPage, 'searchRecordings', {
    roles: ['qa-reviewer'],
    body: { personIds: { include: [1001] }, limit: 1 },
  })
  expect(activity.total).toBe(whole.total)
  expect(activity.newestUtc).toBe(whole.recordings[0]?.startUtc)
  const since = await read(RecordingPage, 'searchRecordings', {
    roles: ['qa-reviewer'],
    body: {
      personIds: { include: [1001] },
      start: { from: `${activity.fromDay}T00:00:00Z` },
      limit: 1,
    },
  })
  expect(activity.complete).toBe(true)
  expect(activity.read).toBe(since.total)
  expect(activity.days.reduce((sum, { recordings }) => sum + recordings, 0)).toBe(since.total)
  expect(activity.endpoints.length).toBeGreaterThan(0)
})

test('users are found by what Focus filters, with their roles and rights', async () => {
  const page = await read(UserPage, 'searchUsers', { body: { text: 'focus', active: true } })
  expect(page.users).toEqual([
    expect.objectContaining({ serviceUser: true, rights: expect.arrayContaining(['Users.View']) }),
  ])
  const { accesses } = await ledger().accesses({ limit: 5000 })
  const noted = accesses.findLast(({ deed }) => deed.object.kind === 'users')
  expect(noted?.outcome).toMatchObject({ status: 200, counts: { rows: 1, total: 1 } })
  const users = await read(SearchExplanation, 'explainDirectory', {
    body: { of: 'users', search: { text: 'focus' } },
  })
  expect(users.requests[0]?.body).toEqual({ search: 'focus', limit: 200, offset: 0 })
})

test('one person is given in full; one whom nobody knows is not found', async () => {
  const priya = await read(Person, 'getPerson', { id: '1001' })
  expect(priya).toMatchObject({ personId: 1001, name: 'Priya Shah', type: 'subscriber' })
  expect(priya.endpoints.length).toBeGreaterThan(1)
  expect(await slug('getPerson', { id: '999999' })).toBe('not-found')
  expect(await slug('getPerson', { id: 'x' })).toBe('invalid-request')
})

test('the requests behind a list are told as they are sent', async () => {
  const people = await read(SearchExplanation, 'explainDirectory', {
    body: { of: 'people', search: { text: 'shah', active: true, limit: 50 } },
  })
  expect(people.requests.map(({ url, body }) => [new URL(url).pathname, body])).toEqual([
    ['/api/client/people.search', { search: 'shah', active: true, limit: 50, offset: 0 }],
  ])
  const endpoints = await read(SearchExplanation, 'explainDirectory', {
    body: { of: 'endpoints', search: { value: '07897 897897', type: 'phone' } },
  })
  expect(endpoints.requests[0]?.body).toMatchObject({
    type: 'phone',
    endpointSearch: '447897897897',
  })
  const values = ['07897 897897', 'nobody@nowhere.example']
  const lookUp = await read(SearchExplanation, 'explainDirectory', {
    body: { of: 'look-up', search: { values } },
  })
  expect(lookUp.requests).toHaveLength(1)
  expect(lookUp.requests[0]?.body).toEqual({
    endpoints: expect.arrayContaining(['447897897897', 'nobody@nowhere.example']),
  })
})

test('nobody but those who may see a directory sees it', async () => {
  const calls: [ApiName, Asked][] = [
    ['searchPeople', { body: {} }],
    ['getPerson', { id: '1001' }],
    ['getPersonActivity', { id: '1001' }],
    ['searchEndpoints', { body: {} }],
    ['lookUpEndpoints', { body: { values: ['447897897897'] } }],
    ['searchUsers', { body: {} }],
    ['explainDirectory', { body: { of: 'people', search: {} } }],
    ['explainDirectory', { body: { of: 'look-up', search: { values: ['447897897897'] } } }],
  ]
  const before = tenant().reached.length
  for (const [name, call] of calls)
    for (const roles of [['qa-reviewer'], ['compliance-officer']] as Role[][])
      expect([name, await slug(name, { ...call, roles })]).toEqual([name, 'forbidden'])
  expect(tenant().reached.length).toBe(before)
})

test('questions that contradict themselves are refused before Focus is asked', async () => {
  const before = tenant().reached.length
  const bad = [
    { name: 'priya', types: ['user'] },
    { personIds: [1001], endpointValues: ['447897897897'] },
    { personIds: [] },
    { limit: 201 },
    { unknown: 1 },
  ]
  for (const body of bad)
    expect([body, await slug('searchPeople', { body })]).toEqual([body, 'invalid-request'])
  const badOfUsers = [
    { text: ' ' },
    { text: 'x'.repeat(201) },
    { active: 'yes' },
    { limit: 0 },
    { limit: 201 },
    { offset: -1 },
    { role: 'Reviewer' },
  ]
  for (const body of badOfUsers)
    expect([body, await slug('searchUsers', { body })]).toEqual([body, 'invalid-request'])
  expect(tenant().reached.length).toBe(before)
})
