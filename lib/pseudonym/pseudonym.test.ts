import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMasked } from '@/lib/format/masked'
import { maskDirectory } from './mask'
import { keysAlone, maskEndpoint, maskName } from './pseudonym'

const KEY = randomBytes(32)

describe('a name', () => {
  test('is the same pseudonym for the same person, another for another and with another key', () => {
    const pseudonym = maskName('Priya Shah', KEY)
    expect(pseudonym).toMatch(/^Person [0-9A-F]{6}$/)
    expect(maskName(' priya  SHAH ', KEY)).toBe(pseudonym)
    expect(maskName('Priya Shaw', KEY)).not.toBe(pseudonym)
    expect(maskName('Priya Shah', randomBytes(32))).not.toBe(pseudonym)
  })

  test.each(['Customer', 'agent', 'Speaker 2', ''])('%j is nobody’s and stays', (word) => {
    expect(maskName(word, KEY)).toBe(word)
  })

  test('that is a number or an address is masked as one, and stays without a key', () => {
    expect(maskName('+44 7897 897897', KEY)).toBe('+44 •••• ••97')
    expect(maskName('dana@example.com', KEY)).toBe('d•••@example.com')
    expect(maskName('Priya Shah', null)).toBe('Priya Shah')
  })

  test('never shows through, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, unit: 'grapheme' }), (name) => {
        fc.pre(
          /\p{L}{4}/u.test(name) &&
            !/^(agent|customer|caller|client|operator|system|unknown|speaker)/i.test(name.trim()),
        )
        const masked = maskName(name, KEY)
        expect(isMasked(masked)).toBe(true)
        const local = name.split('@')[0] ?? ''
        if (local.length > 1) expect(masked.toLowerCase()).not.toContain(local.toLowerCase())
      }),
    )
  })
})

describe('an endpoint', () => {
  test.each([
    ['447897897897', '+44 •••• ••97'],
    ['+1 (202) 555-0143', '+1 •••• ••43'],
    ['tel:+49301234567', '+49 •••• ••67'],
    ['999999999999999', '•••• ••99'],
    ['2041', '••'],
    ['priya.shah@example.com', 'p•••@example.com'],
    ['sip:447897897897@pbx.example.com', 'sip:•••@pbx.example.com'],
    ['sip:priya@pbx.example.com', 'sip:p•••@pbx.example.com'],
    ['Priya’s desk', '•••'],
  ])('%s is shown as %s', (value, masked) => {
    expect(maskEndpoint(value, KEY)).toBe(masked)
    expect(maskEndpoint(value, null)).toBe(value)
  })
})

test('of what has no name here the keys stay alone', () => {
  expect(
    keysAlone({ account: 'Priya Shah', n: 7, deep: [{ a: true, none: null }], list: ['x'] }),
  ).toEqual({ account: '•••', n: '•••', deep: [{ a: '•••', none: null }], list: ['•••'] })
})

test('nothing in clear of a person, an endpoint or a user is left in a directory', () => {
  const otherFields = { note: 'canary' }
  const endpoint = {
    endpointId: 1,
    type: 'phone',
    value: '447700900123',
    personId: 2,
    personName: 'Canary Bird',
    retentionGroupId: 3,
    active: true,
    firstSeenUtc: null,
    lastSeenUtc: null,
    otherFields,
  }
  const named = { name: 'Canary Bird', email: 'canary@x.example', otherFields }
  const person = {
    ...named,
    personId: 2,
    type: 'subscriber',
    firstName: 'Canary',
    lastName: 'Bird',
    department: 'Sales',
    jobTitle: null,
    externalRef: 'canary-1',
    groups: [],
    active: true,
    retentionGroupId: 3,
    managerId: null,
    endpoints: [endpoint],
  }
  const user = {
    ...named,
    userId: 4,
    username: 'canary@x.example',
    roles: [],
    rights: [],
    active: true,
    lastLoginUtc: null,
    twoFactor: null,
    serviceUser: null,
    ours: false,
  }
  for (const line of [
    { type: 'people' as const, people: [person], total: 1 },
    { type: 'endpoints' as const, endpoints: [endpoint], total: 1 },
    { type: 'users' as const, users: [user], total: 1 },
  ]) {
    expect(JSON.stringify(maskDirectory(line, KEY))).not.toMatch(/canary|bird|447700900123/i)
    expect(maskDirectory(line, null)).toBe(line)
  }
})
