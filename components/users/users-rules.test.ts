import { describe, expect, test } from 'vitest'
import { FOCUS_CALLS } from '@/lib/focus/endpoints'
import { parseSide, toUserQuestion } from '@/lib/url/users-url'
import { type Compared, comparedOf, differences, differenceWords, sideFacts } from './compare-sides'
import { FEATURES, judgeRights, RIGHT_OF_CALL } from './feature-rights'
import { groupRights, rolesOf } from './roles'
import { aUser } from './test-users'
import { fittingUsers } from './user-fits'
import { loginWords } from './user-words'

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

test('features need the rights of Focus’s calls, and every call is for something', () => {
  const { authenticate: _anybody, ...calls } = FOCUS_CALLS
  expect(RIGHT_OF_CALL).toEqual(
    Object.fromEntries(Object.entries(calls).map(([name, { right }]) => [name, right])),
  )
  const made = new Set<string>(FEATURES.flatMap((feature) => feature.calls))
  expect([...made].sort()).toEqual(Object.keys(calls).sort())
})

test('a feature works when no right is missing; what nothing needs is told', () => {
  const verdict = judgeRights({ rights: ['Recording.View', 'Recording.Delete'] })
  const of = (name: string) => verdict.features.find((feature) => feature.name === name)?.missing
  expect(of('Search and read recordings')).toEqual([])
  expect(of('Listening and download')).toEqual(['Recording.Play'])
  expect(of('Evidence packages')).toHaveLength(4)
  expect(of('What will be deleted and when')).toEqual(['RetentionGroup.View'])
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
  const one = (text: string): Compared => {
    const side = parseSide(text)
    const found = side === null ? null : comparedOf(side, USERS)
    if (found === null) throw new Error(`${text} is nobody`)
    return found
  }

  test('users, with what only one of them has', () => {
    const rights = differences(one('user:1').rights, one('user:2').rights)
    expect(rights).toEqual([
      { what: 'Recording.Play', left: 'all', right: 'none' },
      { what: 'Recording.View', left: 'all', right: 'all' },
      { what: 'Users.View', left: 'none', right: 'all' },
    ])
    expect(differenceWords(rights, 'A', 'B')).toBe('1 of 3 rights only A has, 1 only B.')
  })

  test('a right that only some holders of a role have is left out on neither side', () => {
    const [reviewer, lead, outsider] = [one('role:Reviewer'), one('role:Team lead'), one('user:3')]
    const rights = differences(reviewer.rights, lead.rights)
    expect(rights).toEqual([
      { what: 'Recording.Play', left: 'some', right: 'none' },
      { what: 'Recording.View', left: 'all', right: 'all' },
      { what: 'Users.View', left: 'some', right: 'all' },
    ])
    expect(differenceWords(rights, 'A', 'B')).toBe(
      '1 of 3 rights only A has, 0 only B. 1 more only some holders of a role have.',
    )
    expect(differences(outsider.rights, reviewer.rights).map(({ what }) => what)).toContain(
      'Recording.Play',
    )
    expect(differences(reviewer.roles, lead.roles)).toEqual([
      { what: 'Reviewer', left: 'all', right: 'all' },
      { what: 'Team lead', left: 'some', right: 'all' },
    ])
  })

  test('the same is the same, and nobody is nobody', () => {
    const same = one('user:1').rights
    expect(differenceWords(differences(same, same), 'A', 'B')).toBe('Both have the same 2 rights.')
    expect(differenceWords([], 'A', 'B')).toBe('Neither has any right.')
    expect(comparedOf({ kind: 'role', role: 'Nobody' }, USERS)).toBeNull()
    expect(comparedOf({ kind: 'user', userId: 9 }, USERS)).toBeNull()
  })

  test('of a role, the rest is told in counts', () => {
    const nowMs = Date.parse('2026-08-03T01:00:00Z')
    expect(sideFacts(one('role:Reviewer'), 'utc', nowMs)).toEqual({
      active: '2 of 2 yes',
      login: 'latest 1 Aug 2026, 00:00:00, 1 never',
      factor: '0 of 2 on, 1 unknown, 1 off',
    })
    expect(sideFacts(one('user:2'), 'utc', nowMs)).toEqual({
      active: 'yes',
      login: '1 Aug 2026, 00:00:00 · 2 days ago',
      factor: 'off',
    })
  })
})

test.each([
  [null, 'never'],
  ['2026-11-25T11:20:00Z', '25 Nov 2026, 11:20:00 · 40 min ago'],
  ['2026-11-24T06:00:00Z', '24 Nov 2026, 06:00:00 · 1 d 6 h ago'],
  ['2026-08-01T00:00:00Z', '1 Aug 2026, 00:00:00 · 116 days ago'],
  ['2026-11-25T12:00:09Z', '25 Nov 2026, 12:00:09'],
])('a last login of %s is told as %s', (lastLoginUtc, words) => {
  expect(loginWords({ lastLoginUtc }, 'utc', Date.parse(CLOCK.nowUtc))).toBe(words)
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
