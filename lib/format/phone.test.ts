import { expect, test } from 'vitest'
import { formatPhone, looksLikePhone, phoneDigits } from './phone'

test.each([
  ['447897897897', '+44 7897 897897'],
  ['+447897897897', '+44 7897 897897'],
  ['12125550147', '+1 212 555 0147'],
  ['4021', '4021'],
  ['dana@firm.example', 'dana@firm.example'],
  ['sip:4021@firm.example', 'sip:4021@firm.example'],
  ['', ''],
])('%s is read as %s', (value, text) => {
  expect(formatPhone(value)).toBe(text)
})

test.each([
  ['+44 7897 897897', true],
  ['07897897897', true],
  ['447897897897', true],
  ['0044 7897-897.897', true],
  ['(0161) 496 0733', true],
  ['12345', false],
  ['call 07897897897', false],
  ['2026-11-23T10', false],
  ['+', false],
  ['', false],
])('%s is meant as a phone number: %s', (text, meant) => {
  expect(looksLikePhone(text)).toBe(meant)
})

test('one number in every spelling has the same digits', () => {
  const spellings = ['+44 7897 897897', '07897897897', '447897897897', '0044 7897 897897']
  expect(spellings.map((text) => phoneDigits(text, 'GB'))).toEqual(
    spellings.map(() => '447897897897'),
  )
  expect(phoneDigits('12', 'GB')).toBeNull()
})
