import { describe, expect, test } from 'vitest'
import { compare, endpoint, kinds, person, row, user } from './testing/two-sides'

const ONE = { people: [person()], endpoints: [endpoint()] }

describe('left-can-log-in', () => {
  test('beside left-still-recorded, which is another switch', () => {
    const found = compare([row({ employment: 'left', endDate: '2026-10-03' })], {
      ...ONE,
      users: [user()],
    })
    expect(found.map(({ kind }) => kind)).toEqual(['left-still-recorded', 'left-can-log-in'])
    expect(found[1]?.sentence).toContain('The last login, on 20 Nov 2026 (UTC), was after that.')
  })
  test('by address alone, where there is no person', () => {
    expect(kinds([row({ employment: 'left' })], { users: [user()] })).toEqual(['left-can-log-in'])
  })
  test('not an inactive user, nor the service user', () => {
    const users = [user({ active: false }), user({ userId: 72, serviceUser: true })]
    expect(kinds([row({ employment: 'left' })], { users })).toEqual([])
  })
})

describe('users', () => {
  const other = { name: 'Nadia Petrov', email: 'np@firm.example', username: 'np@firm.example' }
  test('user-without-person, in HR or not', () => {
    expect(kinds([], { users: [user(other)] })).toEqual(['user-without-person'])
    const hr = [row({ name: 'Nadia Petrov', emails: ['np@firm.example'] })]
    expect(kinds(hr, { users: [user(other)] })).toEqual(['user-without-person'])
  })
  test('not one whose name one person has', () => {
    const users = [user({ email: null, username: 'srenard' })]
    expect(kinds([row()], { ...ONE, users })).toEqual([])
  })
  test('privileged-user-not-in-hr, with or without a person, who is not named besides', () => {
    const rights = ['Recording.View', 'Users.View']
    expect(kinds([], { users: [user({ ...other, rights })] })).toEqual([
      'privileged-user-not-in-hr',
    ])
    expect(compare([], { ...ONE, users: [user({ rights })] })).toMatchObject([
      { kind: 'privileged-user-not-in-hr', personIds: [1], userIds: [71] },
    ])
  })
  const namesake = user({ email: null, username: 'srenard', rights: ['Users.View'] })
  test('privileged-user-not-in-hr, where HR has but somebody of that name', () => {
    const [found, ...others] = compare([row()], { ...ONE, users: [namesake] })
    expect(others).toEqual([])
    expect(found).toMatchObject({ kind: 'privileged-user-not-in-hr', hrLines: [2], personIds: [1] })
    expect(found?.sentence).toContain('but for somebody of that name on line 2')
    expect(found?.matchedBy[0]).toMatchObject({ by: 'name', confidence: 'possible' })
  })
  test('left-can-log-in says where nothing but the name joins the user with who has left', () => {
    const rows = [row({ employment: 'left', endDate: '2026-10-02' })]
    const gone = { people: [person({ active: false })], endpoints: [] }
    const sure = compare(rows, { ...gone, users: [user()] })
    const maybe = compare(rows, { ...gone, users: [namesake] })
    for (const found of [sure, maybe])
      expect(found.map(({ kind }) => kind)).toEqual(['left-can-log-in'])
    expect(sure[0]?.matchedBy.map(({ confidence }) => confidence)).toEqual(['certain'])
    expect(maybe[0]?.matchedBy.map(({ confidence }) => confidence)).toEqual(['possible', 'certain'])
    expect(sure[0]?.sentence).not.toContain('if the user')
    expect(maybe[0]?.sentence).toContain('if the user of that name is theirs')
    expect(maybe[0]?.suggestedAction).toMatch(/^Make sure that the user is theirs\./)
  })
  test('not one whom HR has', () => {
    expect(kinds([row()], { ...ONE, users: [user({ rights: ['Users.View'] })] })).toEqual([])
  })
})
