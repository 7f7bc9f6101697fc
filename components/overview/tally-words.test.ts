import { expect, test } from 'vitest'
import { extentWords } from './tally-words'

const reading = {
  state: 'reading',
  read: 1_200,
  unreadable: 0,
  total: 48_213,
  complete: false,
  error: null,
} as const

test.each([
  [{ read: 0 }, 'Counting recordings.'],
  [{}, '1,200 of 48,213 recordings counted so far, the newest first.'],
  [{ total: null }, '1,200 recordings counted so far, the newest first.'],
  [
    { state: 'ended', unreadable: 2 },
    '1,200 of 48,213 recordings counted, the newest; the charts show these alone. 2 more could not be read and are in no chart.',
  ],
  [{ state: 'ended', complete: true, read: 1 }, 'All 1 recording counted.'],
  [{ state: 'cancelled' }, 'Stopped at 1,200 of 48,213 recordings; the charts show these alone.'],
  [{ state: 'failed', read: 0 }, 'Stopped before anything was counted.'],
] as const)('%j is told as %s', (over, words) => {
  expect(extentWords({ ...reading, ...over })).toBe(words)
})
