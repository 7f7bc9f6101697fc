import './gate-environment'
import { expect, test } from 'vitest'
import type { ApiName } from '@/lib/contract/api'
import type { Role } from '@/lib/contract/permission'
import { SavedViews } from '@/lib/contract/saved-view'
import { ProblemBody } from '@/lib/problem/problem'
import { cookieOf } from './gate-request'
import { makeCall } from './recorded-calls'
import { runningGate } from './running-gate'

const { routes, tenant } = runningGate()

type Person = { sub: string; roles: Role[] }
const REVIEWER: Person = { sub: 'reviewer', roles: ['qa-reviewer'] }
const COLLEAGUE: Person = { sub: 'colleague', roles: ['qa-reviewer'] }
const OFFICER: Person = { sub: 'officer', roles: ['compliance-officer'] }
const ADMIN: Person = { sub: 'admin', roles: ['admin'] }
const LONG = { id: null, knownUtc: null, page: 'recordings', name: 'Long', query: 'q=dur%3A%3E10m' }

async function asked({ sub, roles }: Person, name: ApiName, ask: { id?: string; body?: unknown }) {
  return makeCall(routes(), name, await cookieOf(roles, { sub, name: `Name of ${sub}` }), ask)
}

async function views(person: Person, name: ApiName = 'listSavedViews', ask = {}) {
  const response = await asked(person, name, ask)
  expect([name, response.status]).toEqual([name, 200])
  return SavedViews.parse(await response.json())
}

async function refused(person: Person, name: ApiName, ask: { id?: string; body?: unknown }) {
  const response = await asked(person, name, ask)
  return ProblemBody.parse(await response.json())
}

test('a reviewer shares a view with reviewers, and nobody else sees it', async () => {
  const saved = await views(REVIEWER, 'saveView', { body: { ...LONG, sharedWith: 'qa-reviewer' } })
  expect(saved.views).toMatchObject([{ name: 'Long', own: true, by: 'Name of reviewer' }])
  expect(saved.roles).toEqual({ recordings: ['qa-reviewer', 'compliance-officer'] })
  expect((await views(COLLEAGUE)).views).toMatchObject([{ name: 'Long', own: false }])
  expect((await views(OFFICER)).views).toEqual([])
  expect((await views(ADMIN)).views).toEqual([])
  const id = saved.views[0]?.id ?? ''
  expect(await refused(COLLEAGUE, 'removeView', { id })).toMatchObject({ slug: 'not-found' })
  const opened = await views(COLLEAGUE, 'setDefaultView', { body: { page: 'recordings', id } })
  expect(opened.views).toMatchObject([{ id, isDefault: true }])
  expect((await views(REVIEWER, 'removeView', { id })).views).toEqual([])
  expect((await views(COLLEAGUE)).views).toEqual([])
})

test('a change of what was changed elsewhere meanwhile is refused, and nothing is lost', async () => {
  const body = { ...LONG, name: 'Changed', sharedWith: null }
  const saved = await views(REVIEWER, 'saveView', { body })
  const { id = '', updatedUtc: knownUtc } = saved.views.find(({ name }) => name === 'Changed') ?? {}
  await views(REVIEWER, 'saveView', { body: { ...body, id, knownUtc, name: 'First' } })
  const late = { ...body, id, knownUtc, name: 'Second' }
  expect(await refused(REVIEWER, 'saveView', { body: late })).toMatchObject({
    slug: 'conflict',
    status: 409,
  })
  expect((await views(REVIEWER)).views).toMatchObject([{ id, name: 'First' }])
  const unsaid = { ...late, knownUtc: null }
  expect(await refused(REVIEWER, 'saveView', { body: unsaid })).toMatchObject({
    slug: 'invalid-request',
    issues: [{ path: 'knownUtc' }],
  })
  await views(REVIEWER, 'removeView', { id })
})

test('nobody saves a view of a page they may not open, nor for a role that may not', async () => {
  for (const name of ['saveView', 'setDefaultView'] as const) {
    const body =
      name === 'saveView' ? { ...LONG, sharedWith: null } : { page: 'recordings', id: null }
    expect(await refused(ADMIN, name, { body })).toMatchObject({
      slug: 'forbidden',
      missing: 'recordings.search',
    })
  }
  expect(
    await refused(REVIEWER, 'saveView', { body: { ...LONG, sharedWith: 'admin' } }),
  ).toMatchObject({ slug: 'invalid-request', issues: [{ path: 'sharedWith' }] })
})

test('what cannot be a view is refused at its field', async () => {
  const body = { ...LONG, sharedWith: null }
  for (const [path, change] of Object.entries({
    name: { name: '  ' },
    query: { query: 'q='.padEnd(6_001, 'x') },
    page: { page: 'status' },
    id: { id: 'not-one', knownUtc: '2026-11-23T09:00:00.000Z' },
  })) {
    const problem = await refused(REVIEWER, 'saveView', { body: { ...body, ...change } })
    expect([problem.slug, problem.issues?.map((issue) => issue.path)]).toEqual([
      'invalid-request',
      [path],
    ])
  }
  expect((await views(REVIEWER)).views).toEqual([])
})

test('views ask nothing of Focus', async () => {
  const before = tenant().reached.length
  await views(OFFICER)
  await views(OFFICER, 'saveView', { body: { ...LONG, page: 'audit', sharedWith: null } })
  expect(tenant().reached.length).toBe(before)
})
