import { expect, test } from 'vitest'
import { exactDuration, formatDuration, roughDuration, spokenDuration } from './duration'

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [59_999, '0:59'],
  [415_000, '6:55'],
  [3_599_999, '59:59'],
  [3_798_000, '1:03:18'],
  [36_000_000, '10:00:00'],
  [-5, '0:00'],
  [Number.NaN, '0:00'],
  [Number.POSITIVE_INFINITY, '0:00'],
])('%d ms on a clock is %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

test.each([
  [0, '0 seconds'],
  [1000, '1 second'],
  [40_000, '40 seconds'],
  [60_000, '1 minute'],
  [134_000, '2 minutes 14'],
  [3_600_000, '1 hour'],
  [3_798_000, '1 hour 3 minutes'],
])('%d ms is spoken as %s', (ms, text) => {
  expect(spokenDuration(ms)).toBe(text)
})

test.each([
  [400, '0 s'],
  [40_000, '40 s'],
  [59_600, '1 min'],
  [420_000, '7 min'],
  [3_599_000, '1 h'],
  [51_600_000, '14 h 20 min'],
  [86_400_000, '1 d'],
  [266_400_000, '3 d 2 h'],
])('%d ms is roughly %s', (ms, text) => {
  expect(roughDuration(ms)).toBe(text)
})

test.each([
  [0, '0 s'],
  [200, 'under 1 s'],
  [500, '1 s'],
  [43_400, '43 s'],
  [59_600, '1 min'],
  [103_000, '1 min 43 s'],
  [7_509_000, '2 h 5 min 9 s'],
])('%d ms is exactly %s', (ms, text) => {
  expect(exactDuration(ms)).toBe(text)
})
