import { describe, expect, test } from 'vitest'
import { FOCUS_CALLS } from '@/lib/focus/endpoints'
import { toUserQuestion } from '@/lib/url/users-url'
import { comparedOf, differences } from './compare-sides'
import { FEATURES, judgeRights } from './feature-rights'
import { groupRights, rolesOf } from './roles'
import { aUser } from './test-users'
import { fittingUsers } from './user-fits'

const USERS = [
  aUser({ userId: 1, roles: ['Reviewer'], rights: ['Recording.View', 'Recording.Play'] }),
  aUser({
    userId: 2,
    name: 'Ewan Price',
    roles: ['Reviewer', 'Team lead'],
    rights: ['Recording.View', 'Users.View'],
    twoFactor: false,
    lastLoginUtc: '2026-08-01T00:00:00Z',
  }),
  aUser({ userId: 3, roles: [], rights: ['People.View'], active: false, serviceUser: true }),
]
const CLOCK = { nowUtc: '2026-11-25T12:00:00.000Z', timeZone: 'UTC' }

test('features need the rights of Focus’s calls, every one of them and no other', () => {
  const needed = new Set(FEATURES.flatMap(({ rights }) => rights))
  const granted = Object.values(FOCUS_CALLS).flatMap(({ right }) => right ?? [])
  expect([...needed].sort()).toEqual([...new Set(granted)].sort())
})

test('a feature works when no right is missing; what nothing needs is told', () => {
  const verdict = judgeRights({ rights: ['Recording.View', 'Recording.Delete'] })
  const of = (name: string) => verdict.features.find((feature) => feature.name === name)?.missing
  expect(of('Search and read recordings')).toEqual([])
  expect(of('Listening and download')).toEqual(['Recording.Play'])
  expect(verdict.unneeded).toEqual(['Recording.Delete'])
})

test('a role is known by what its holders have: all of them, or some', () => {
  const [reviewer, lead] = rolesOf(USERS)
  expect([reviewer?.role, lead?.role]).toEqual(['Reviewer', 'Team lead'])
  expect([...(reviewer?.all ?? [])]).toEqual(['Recording.View'])
  expect([...(reviewer?.some ?? [])].sort()).toEqual(['Recording.Play', 'Users.View'])
  expect(lead?.some.size).toBe(0)
})

test('rights stand under what they are about', () => {
  expect(groupRights(['Users.View', 'Recording.View', 'Recording.Play'])).toEqual([
    { about: 'Recording', rights: ['Recording.Play', 'Recording.View'] },
    { about: 'Users', rights: ['Users.View'] },
  ])
})

describe('two side by side', () => {
  test('users, with what only one of them has', () => {
    const left = comparedOf({ kind: 'user', userId: 1 }, USERS)
    const right = comparedOf({ kind: 'user', userId: 2 }, USERS)
    expect(differences(left?.rights ?? [], right?.rights ?? [])).toEqual([
      { what: 'Recording.Play', left: true, right: false },
      { what: 'Recording.View', left: true, right: true },
      { what: 'Users.View', left: false, right: true },
    ])
  })

  test('roles, as their holders have them; nobody is nobody', () => {
    expect(comparedOf({ kind: 'role', role: 'Reviewer' }, USERS)).toMatchObject({
      holders: 2,
      rights: ['Recording.View'],
      user: null,
    })
    expect(comparedOf({ kind: 'role', role: 'Nobody' }, USERS)).toBeNull()
    expect(comparedOf({ kind: 'user', userId: 9 }, USERS)).toBeNull()
  })
})

test.each([
  ['role:reviewer', [1, 2]],
  ['-role:"Team lead"', [1, 3]],
  ['right:Recording.Play', [1]],
  ['factor:off', [2]],
  ['-factor:unknown', [2]],
  ['login:never', [1, 3]],
  ['login:<now-90d', [2]],
  ['service:yes', [3]],
  ['user:2 user:3', [2, 3]],
])('%s leaves %j', (q, ids) => {
  const found = fittingUsers(USERS, toUserQuestion(q), CLOCK)
  expect(found.map(({ userId }) => userId)).toEqual(ids)
})
