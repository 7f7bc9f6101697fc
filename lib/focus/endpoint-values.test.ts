import { describe, expect, test } from 'vitest'
import { comparable, partOfValue, spellings } from './endpoint-values'

describe('spellings', () => {
  test.each([
    ['+44 7897 897897', ['447897897897']],
    ['07897897897', ['447897897897', '07897897897']],
    ['447897897897', ['447897897897']],
    ['(07897) 897-897', ['447897897897', '07897897897']],
    ['0044 7897 897897', ['447897897897', '00447897897897']],
    ['+1 (212) 555-0123', ['12125550123']],
    ['4021', ['4021']],
    ['Dana@Example.com', ['dana@example.com', 'Dana@Example.com']],
    ['sip:4021@firm.example', ['sip:4021@firm.example']],
  ])('%s', (value, expected) => expect(spellings(value, 'GB').sort()).toEqual(expected.sort()))

  test('a number without a country is of the default one', () => {
    expect(spellings('0612345678', 'NL')).toContain('31612345678')
  })
})

test('values compare without plus, spaces and case', () => {
  expect(comparable('+44 7897 897897')).toBe('447897897897')
  expect(comparable(' Dana@Example.com')).toBe('dana@example.com')
})

test.each([
  ['+44 (0)7897 897897', '447897897897'],
  ['07897 897897', '447897897897'],
  ['0789 78', '78978'],
  ['07897 8978', '78978978'],
  ['+44 (0)789', '44789'],
  ['897897', '897897'],
  ['000', '000'],
  ['dana@', 'dana@'],
])('part of a value %s is looked for as %s', (text, part) => {
  expect(partOfValue(text, 'GB')).toBe(part)
})
