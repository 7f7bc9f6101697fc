import { expect, test } from 'vitest'
import { spokenPosition } from './spoken-position'

const spoken = (ms: number) => `${ms / 60_000} min`

test('says where the playhead is and who speaks there', () => {
  const at = { atMs: 120_000, durationMs: 600_000 }
  expect(spokenPosition({ ...at, speakers: ['Dana'] }, spoken)).toBe(
    '2 min of 10 min, Dana speaking',
  )
  expect(spokenPosition({ ...at, speakers: [] }, spoken)).toBe('2 min of 10 min')
  expect(spokenPosition({ ...at, speakers: ['Dana', 'Customer'] }, spoken)).toBe(
    '2 min of 10 min, Dana and Customer both speaking',
  )
})
