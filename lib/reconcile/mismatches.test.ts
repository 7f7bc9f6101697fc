import { describe, expect, test } from 'vitest'
import { MISMATCH_KINDS } from './model'
import {
  compare,
  endpoint,
  group,
  kinds,
  otherEndpoint,
  otherPerson,
  otherRow,
  person,
  row,
  user,
} from './testing/two-sides'

const BOTH = { people: [person(), otherPerson()], endpoints: [endpoint(), otherEndpoint()] }
const ONE = { people: [person()], endpoints: [endpoint()] }

describe('left-still-recorded', () => {
  test('names the leaver once, whatever else differs', () => {
    const left = row({
      employment: 'left',
      endDate: '2026-10-03',
      department: 'Pensions',
      emails: ['other@firm.example'],
    })
    const rules = {
      retention: [{ department: null, group: null, retentionGroup: 'Trading floor' }],
    }
    const endpoints = [endpoint({ lastSeenUtc: '2025-01-01T00:00:00Z' })]
    const found = compare([left], { people: [person()], endpoints }, rules)
    expect(found).toMatchObject([
      {
        kind: 'left-still-recorded',
        key: 'left-still-recorded|p:1',
        personIds: [1],
        endpointIds: [11],
      },
    ])
    expect(found[0]?.sentence).toBe(
      'Sophie Renard left on 3 Oct 2026, and 1 endpoint of theirs is still in use in Focus.',
    )
    expect(found[0]?.evidence.find(({ differs }) => differs)).toEqual({
      label: 'Employment',
      hr: 'Left on 3 Oct 2026',
      focus: 'Active',
      differs: true,
    })
  })
  test('also an inactive person with an endpoint in use', () => {
    const people = [person({ active: false })]
    expect(kinds([row({ employment: 'left' })], { ...ONE, people })).toEqual([
      'left-still-recorded',
    ])
  })
  test('not one who is inactive, endpoints and all', () => {
    const past = { people: [person({ active: false })], endpoints: [endpoint({ active: false })] }
    expect(kinds([row({ employment: 'left' })], past)).toEqual([])
  })
  test('not somebody who starts later', () => {
    expect(kinds([row({ employment: 'not-yet' })], ONE)).toEqual([])
  })
})

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

describe('joined-without-endpoint', () => {
  test('no endpoint, or none in use', () => {
    expect(kinds([row({ phones: [] })], { people: [person()] })).toEqual([
      'joined-without-endpoint',
    ])
    const endpoints = [endpoint({ active: false })]
    expect(kinds([row()], { people: [person()], endpoints })).toEqual(['joined-without-endpoint'])
  })
  test('not where the number stands in Focus and belongs to nobody: that says it', () => {
    const endpoints = [endpoint({ personId: null })]
    const found = compare([row()], { people: [person()], endpoints })
    expect(found).toMatchObject([{ kind: 'endpoint-without-owner', personIds: [1], hrLines: [2] }])
  })
  test('not somebody who only logs in', () => {
    expect(kinds([row()], { people: [person({ type: 'user' })] })).toEqual([])
  })
})

describe('missing-in-focus', () => {
  test('one employed, once for all their lines', () => {
    const found = compare([row(), row({ line: 9, employeeNumber: null })], {})
    expect(found).toMatchObject([
      { kind: 'missing-in-focus', key: 'missing-in-focus|h:HR1', hrLines: [2, 9] },
    ])
  })
  test('two people with one address are two', () => {
    expect(kinds([row(), row({ line: 9, employeeNumber: 'HR-7' })], {})).toEqual([
      'missing-in-focus',
      'missing-in-focus',
    ])
  })
  test('not one who has left or starts later', () => {
    expect(kinds([row({ employment: 'left' }), otherRow({ employment: 'not-yet' })], {})).toEqual(
      [],
    )
  })
})

describe('not-in-hr', () => {
  test('somebody in use', () => {
    expect(compare([row()], BOTH)).toMatchObject([
      { kind: 'not-in-hr', key: 'not-in-hr|p:2', endpointIds: [12] },
    ])
  })
  test('not somebody inactive, nor an external contact, nor the service user', () => {
    const people = [
      person({ active: false }),
      otherPerson({ type: 'external' }),
      person({
        personId: 3,
        type: 'user',
        email: 'service@x.example',
        name: 'Service',
        externalRef: null,
      }),
    ]
    const users = [user({ email: 'service@x.example', username: null, serviceUser: true })]
    expect(kinds([], { people, users })).toEqual([])
  })
})

describe('endpoint-without-owner', () => {
  test('an owner whom Focus does not list is none', () => {
    const found = compare([], { endpoints: [endpoint({ personId: 999 })] })
    expect(found).toMatchObject([
      { kind: 'endpoint-without-owner', key: 'endpoint-without-owner|e:11' },
    ])
    expect(found[0]?.sentence).toContain('names person 999')
  })
  test('not one out of use', () => {
    expect(kinds([], { endpoints: [endpoint({ personId: null, active: false })] })).toEqual([])
  })
})

describe('endpoint-shared', () => {
  test('by two people in Focus, in any spelling', () => {
    const endpoints = [
      ...BOTH.endpoints,
      otherEndpoint({ endpointId: 13, value: '+44 7700 900001' }),
    ]
    const found = compare([row(), otherRow()], { ...BOTH, endpoints })
    expect(found).toMatchObject([
      { kind: 'endpoint-shared', key: 'endpoint-shared|e:11,13', personIds: [1, 2] },
    ])
  })
  test('by one endpoint that two people list', () => {
    const people = [
      person({ endpoints: [endpoint()] }),
      otherPerson({ endpoints: [endpoint(), otherEndpoint()] }),
    ]
    expect(kinds([row(), otherRow()], { people })).toEqual(['endpoint-shared'])
  })
  test('by HR, to two people who work here', () => {
    const rows = [row(), otherRow({ phones: ['07700900001', '07700900002'] })]
    expect(compare(rows, BOTH)).toMatchObject([{ kind: 'endpoint-shared', hrLines: [2, 3] }])
  })
})

describe('number-belongs-to-another', () => {
  test('HR gives it to the one, Focus to the other', () => {
    const rows = [row({ phones: [] }), otherRow({ phones: ['07700 900001'] })]
    expect(compare(rows, BOTH)).toMatchObject([
      {
        kind: 'number-belongs-to-another',
        key: 'number-belongs-to-another|e:11|p:2',
        personIds: [1, 2],
      },
    ])
  })
  test('to somebody who is not in Focus, who is not missing besides', () => {
    const rows = [row({ phones: [] }), otherRow({ phones: ['07700 900001'] })]
    const found = compare(rows, ONE)
    expect(found.map(({ kind }) => kind)).toEqual(['number-belongs-to-another'])
    expect(found[0]?.suggestedAction).toContain('create Marcus Olsen')
  })
  test('an external contact’s number too', () => {
    const people = [person({ type: 'external' }), otherPerson()]
    const rows = [otherRow({ phones: ['07700900001'] })]
    expect(kinds(rows, { ...BOTH, people })).toEqual(['number-belongs-to-another'])
  })
})

describe('number-reused-after-leaver', () => {
  const left = row({ employment: 'left', endDate: '2026-10-03' })
  test('and the leaver is not named besides, when that was all they had', () => {
    const rows = [left, otherRow({ phones: ['07700900001', '07700900002'] })]
    expect(compare(rows, BOTH)).toMatchObject([
      { kind: 'number-reused-after-leaver', personIds: [1, 2], hrLines: [3, 2], endpointIds: [11] },
    ])
  })
  test('the leaver is named besides, with another endpoint in use', () => {
    const rows = [left, otherRow({ phones: ['07700900001', '07700900002'] })]
    const endpoints = [
      ...BOTH.endpoints,
      endpoint({ endpointId: 14, type: 'teams', value: '8:orgid:1' }),
    ]
    expect(kinds(rows, { ...BOTH, endpoints })).toEqual([
      'left-still-recorded',
      'number-reused-after-leaver',
    ])
  })
  test('by somebody new, who is not missing besides', () => {
    const rows = [left, otherRow({ phones: ['07700900001'] })]
    expect(kinds(rows, ONE)).toEqual(['number-reused-after-leaver'])
  })
  test('of somebody inactive in Focus whom HR no longer has', () => {
    const people = [person({ active: false }), otherPerson()]
    const rows = [otherRow({ phones: ['07700900001', '07700900002'] })]
    expect(kinds(rows, { ...BOTH, people })).toEqual(['number-reused-after-leaver'])
  })
  test('also where Focus has it with both', () => {
    const endpoints = [...BOTH.endpoints, otherEndpoint({ endpointId: 13, value: '447700900001' })]
    expect(kinds([left, otherRow()], { ...BOTH, endpoints })).toEqual([
      'number-reused-after-leaver',
    ])
  })
})

describe('retention', () => {
  const retention = [
    { department: 'sales', group: 'Desk 1', retentionGroup: '41' },
    { department: 'Sales', group: null, retentionGroup: 'trading FLOOR' },
  ]
  test('the default group for want of another', () => {
    expect(compare([row()], ONE, { retention })).toMatchObject([
      { kind: 'default-retention-only', key: 'default-retention-only|p:1|r:42' },
    ])
    const people = [person({ retentionGroupId: null })]
    expect(kinds([row()], { ...ONE, people }, { retention })).toEqual(['default-retention-only'])
  })
  test('another group', () => {
    const directory = {
      people: [person({ retentionGroupId: 43 })],
      endpoints: [endpoint()],
      retentionGroups: [
        group(),
        group({ id: 42, name: 'Trading floor', isDefault: false }),
        group({ id: 43, name: 'Board', isDefault: false }),
      ],
    }
    const found = compare([row()], directory, { retention })
    expect(found.map(({ kind }) => kind)).toEqual(['wrong-retention'])
    expect(found[0]?.sentence).toBe(
      'What is recorded of Sophie Renard is kept by Board; the rules say Trading floor.',
    )
  })
  test('an endpoint with a group of its own', () => {
    const endpoints = [
      endpoint({ retentionGroupId: 41 }),
      endpoint({ endpointId: 15, type: 'teams', value: '8:orgid:1' }),
    ]
    const people = [person({ retentionGroupId: 42 })]
    expect(compare([row()], { people, endpoints }, { retention })).toMatchObject([
      { kind: 'default-retention-only', endpointIds: [11] },
    ])
  })
  test('the first rule that fits decides, by group too', () => {
    expect(kinds([row({ group: 'desk 1' })], ONE, { retention })).toEqual([])
  })
  test('a rule whose group Focus does not have says nothing', () => {
    const none = [{ department: null, group: null, retentionGroup: 'No such' }]
    expect(kinds([row()], ONE, { retention: none })).toEqual([])
  })
})

describe('attribute-differs', () => {
  test('once a person, with what differs in the key', () => {
    const found = compare([row({ department: 'Pensions', jobTitle: 'Adviser' })], ONE)
    expect(found).toMatchObject([
      { kind: 'attribute-differs', key: 'attribute-differs|p:1|department,job' },
    ])
    expect(found[0]?.evidence.filter(({ differs }) => differs).map(({ label }) => label)).toEqual([
      'Department',
      'Job',
    ])
  })
  test.each([
    ['name', { name: 'Sophie Renart' }],
    ['name', { name: 'Anna Renard' }],
    ['e-mail', { emails: ['s.renard@firm.example'] }],
  ])('%s', (word, over) => {
    expect(compare([row(over)], ONE)).toMatchObject([{ key: `attribute-differs|p:1|${word}` }])
  })
  test.each([
    { name: 'RENARD, Sophie' },
    { name: 'Sophie Marie Renard' },
    { name: 'S. Renard' },
    { name: null },
    { emails: ['SOPHIE.RENARD@firm.example'] },
    { emails: ['home@x.example', 'sophie.renard@firm.example'] },
    { emails: [] },
    { department: ' SALES ' },
    { department: null, jobTitle: null },
  ])('not for another spelling, nor where one side is silent: %j', (over) => {
    expect(compare([row(over)], ONE)).toEqual([])
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

describe('endpoint-silent', () => {
  const silent = (lastSeenUtc: string | null) => [endpoint({ lastSeenUtc })]
  test.each([
    ['2026-10-24T23:00:00Z', ['endpoint-silent']],
    ['2026-10-25T00:00:00Z', []],
    [null, []],
  ])('last seen %s: %j', (lastSeen, expected) => {
    expect(kinds([row()], { ...ONE, endpoints: silent(lastSeen) })).toEqual(expected)
  })
  test('not of somebody whom HR does not have', () => {
    expect(kinds([], { ...ONE, endpoints: silent('2026-01-01T00:00:00Z') })).toEqual(['not-in-hr'])
  })
})

test('every kind is shown somewhere here, with words for its reader', () => {
  const rights = ['Users.View']
  const rows = [
    row({ employment: 'left' }),
    otherRow({ department: 'Pensions' }),
    row({
      line: 4,
      employeeNumber: 'HR-3',
      name: 'New Joiner',
      emails: ['nj@firm.example'],
      phones: [],
    }),
  ]
  const users = [
    user(),
    user({ userId: 72, name: 'A B', email: 'ab@x.example', username: null, rights }),
  ]
  const found = compare(rows, { ...BOTH, users })
  for (const mismatch of found) {
    expect(MISMATCH_KINDS).toContain(mismatch.kind)
    expect(mismatch.sentence).toMatch(/^\p{Lu}.*\.$/su)
    expect(mismatch.suggestedAction).toMatch(/\.$/)
    expect(mismatch.evidence.some(({ differs }) => differs)).toBe(true)
    expect(mismatch.key).not.toMatch(/renard|olsen|joiner/i)
  }
  expect(found).toHaveLength(5)
})
