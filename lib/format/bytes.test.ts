import { expect, test } from 'vitest'
import { formatBytes } from './bytes'

test.each([
  [0, '0 B'],
  [940, '940 B'],
  [1000, '1 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1 MB'],
  [18_400_000, '18.4 MB'],
  [2_000_000_000, '2 GB'],
  [5e15, '5000 TB'],
  [-1, '0 B'],
  [Number.NaN, '0 B'],
])('%d bytes are %s', (size, text) => {
  expect(formatBytes(size)).toBe(text)
})
