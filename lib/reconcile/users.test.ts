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
  test('by the name alone it may be so, and that is said', () => {
    const users = [user({ email: null, username: 'srenard' })]
    const rows = [row({ employment: 'left', endDate: '2026-10-03' })]
    const [found] = compare(rows, { people: [person({ active: false })], users })
    expect(found).toMatchObject({
      kind: 'left-can-log-in',
      sentence: expect.stringMatching(/may be Sophie Renard, who left on 3 Oct 2026: the name/),
      suggestedAction: expect.stringMatching(/^Find out whose user this is/),
      matchedBy: [{ by: 'name', confidence: 'possible' }, { by: 'employee-number' }],
    })
  })
  test('by the address sooner than by the name of somebody else', () => {
    const users = [user({ email: 's.renard@new.example', username: null })]
    const rows = [
      row({ employment: 'left' }),
      row({ line: 3, employeeNumber: 'HR-9', emails: ['s.renard@new.example'], phones: [] }),
    ]
    const people = [person({ active: false, email: null })]
    expect(kinds(rows, { people, users })).not.toContain('left-can-log-in')
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
  test('privileged-user-not-in-hr also where HR has somebody of that name, working there or not', () => {
    const users = [user({ email: null, username: 'srenard', rights: ['Users.View'] })]
    for (const employment of ['employed', 'left'] as const) {
      const found = compare([row({ employment })], { people: [person({ active: false })], users })
      const [mismatch] = found.filter(({ kind }) => kind !== 'joined-without-endpoint')
      expect(mismatch).toMatchObject({
        kind: 'privileged-user-not-in-hr',
        sentence: expect.stringMatching(/nothing but the name joins them with line 2/),
        matchedBy: [{ by: 'name', confidence: 'possible' }],
        hrLines: [2],
      })
      expect(found.map(({ kind }) => kind)).not.toContain('left-can-log-in')
    }
    // Somebody of that name whom HR does not have is named besides.
    expect(kinds([], { ...ONE, users })).toEqual(['not-in-hr', 'privileged-user-not-in-hr'])
  })
  test('not one whom HR has', () => {
    expect(kinds([row()], { ...ONE, users: [user({ rights: ['Users.View'] })] })).toEqual([])
  })
})
