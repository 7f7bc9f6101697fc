import { expect, test } from 'vitest'
import { toPeopleQuestion } from '@/lib/url/people-url'
import { fittingPeople } from './person-fits'
import { anEndpoint, aPerson } from './test-people'

const PEOPLE = [
  aPerson({
    personId: 1,
    name: 'Jörg Müller',
    department: 'Trésorerie',
    endpoints: [anEndpoint()],
  }),
  aPerson({ personId: 2, type: 'external', active: false, retentionGroupId: 3 }),
  aPerson({ personId: 3, groups: [{ groupId: 12, name: 'Front office' }], email: 'a@b.example' }),
]

test.each([
  ['dept:tresor', [1]],
  ['-dept:tresor', [2, 3]],
  ['-type:external', [1, 3]],
  ['-type:external -dept:tresor', [3]],
  ['group:front', [3]],
  ['-group:12', [1, 2]],
  ['retention:none', [1, 3]],
  ['retention:3', [2]],
  ['-has:endpoints', [2, 3]],
  ['has:phone has:email', [1, 3]],
  ['active:yes active:no', [1, 2, 3]],
  ['07700 900123 muller', [1]],
])('%s leaves %j', (q, ids) => {
  const found = fittingPeople(PEOPLE, toPeopleQuestion(q))
  expect(found.map(({ personId }) => personId)).toEqual(ids)
})
