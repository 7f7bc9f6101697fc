import { expect, test } from 'vitest'
import { extentWords } from './tally-words'

const reading = {
  state: 'reading',
  read: 1_200,
  unreadable: 0,
  total: 48_213,
  complete: false,
  span: {},
  error: null,
  tally: { oldestUtc: '2026-11-20T14:05:09Z', undated: 0 },
} as const

test.each([
  [{ read: 0 }, 'Counting recordings.'],
  [{}, '1,200 of 48,213 recordings counted so far, the newest first.'],
  [{ total: null }, '1,200 recordings counted so far, the newest first.'],
  [
    { state: 'ended', unreadable: 2 },
    '1,200 of 48,213 recordings counted, the newest; the charts show these alone. Their links open what began at 20 Nov 2026, 14:05:09 or later. 2 more could not be read and are in no chart.',
  ],
  [{ state: 'ended', complete: true, read: 1 }, 'All 1 recording counted.'],
  [
    { state: 'cancelled' },
    'Stopped at 1,200 of 48,213 recordings; the charts show these alone. Their links open what began at 20 Nov 2026, 14:05:09 or later.',
  ],
  [
    { state: 'cancelled', tally: { oldestUtc: '2026-11-20T14:05:09Z', undated: 3 } },
    'Stopped at 1,200 of 48,213 recordings; the charts show these alone. Their links open what began at 20 Nov 2026, 14:05:09 or later. 3 without a start are counted and not among them.',
  ],
  [{ state: 'failed', read: 0 }, 'Stopped before anything was counted.'],
] as const)('%j is told as %s', (over, words) => {
  expect(extentWords({ ...reading, ...over }, 'utc')).toBe(words)
})
