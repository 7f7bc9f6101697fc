import { expect, test } from 'vitest'
import { toUserPage, toUserSearch } from './user'

const pageOf = (rows: unknown[]) => toUserPage(toUserSearch({}, 200), { rows }, 'svc@x.example')

test('the user this console calls Focus as is known by its username, whatever Focus marks', () => {
  const { users } = pageOf([
    { userId: 1, username: ' SVC@x.example ' },
    { userId: 2, username: 'SVC@X.EXAMPLE', isServiceUser: false },
    { userId: 3, username: 'other@x.example', isServiceUser: true },
    { userId: 4, username: 'other@x.example' },
    { userId: 5 },
  ])
  expect(users.map(({ serviceUser, ours }) => [serviceUser, ours])).toEqual([
    [true, true],
    [false, true],
    [true, false],
    [null, false],
    [null, false],
  ])
})
