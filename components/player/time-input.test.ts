import { expect, test } from 'vitest'
import { parseTimeInput } from './time-input'

test.each([
  ['6:55', 415_000],
  ['1:03:18', 3_798_000],
  ['134', 134_000],
  ['134.5', 134_500],
  ['134,5', 134_500],
  ['2m14s', 134_000],
  ['1h 3m', 3_780_000],
  ['3 min', 180_000],
  [' 0:00 ', 0],
  ['90:00', 5_400_000],
  ['', null],
  ['half', null],
  ['6:75', null],
  ['1:75:00', null],
  ['-5', null],
])('reads %j as %j ms', (text, ms) => {
  expect(parseTimeInput(text)).toBe(ms)
})
