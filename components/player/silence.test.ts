import { describe, expect, test } from 'vitest'
import { skippedAheadMs, skippedPart, skipTarget } from './silence'

const silences = [
  { startMs: 1_000, endMs: 4_000 },
  { startMs: 10_000, endMs: 11_600 },
]

describe('skipping silence', () => {
  test('goes to just before the end of the silence it stands in', () => {
    expect(skipTarget(silences, 1_300)).toBe(3_700)
    expect(skipTarget(silences, 2_000)).toBe(3_700)
    expect(skipTarget(silences, 10_400)).toBe(11_300)
  })

  test('leaves the edges to be heard and never goes back', () => {
    expect(skipTarget(silences, 1_299)).toBeNull()
    expect(skipTarget(silences, 3_700)).toBeNull()
    expect(skipTarget(silences, 3_900)).toBeNull()
  })

  test('does nothing in speech, before the first and after the last', () => {
    expect(skipTarget(silences, 0)).toBeNull()
    expect(skipTarget(silences, 5_000)).toBeNull()
    expect(skipTarget(silences, 60_000)).toBeNull()
    expect(skipTarget([], 5_000)).toBeNull()
  })

  test('marks and counts exactly what is skipped', () => {
    expect(silences.map(skippedPart)).toEqual([
      { startMs: 1_300, endMs: 3_700 },
      { startMs: 10_300, endMs: 11_300 },
    ])
    expect(skippedPart({ startMs: 0, endMs: 800 })).toBeNull()
    expect(skippedAheadMs(silences, 0)).toBe(3_400)
    expect(skippedAheadMs(silences, 2_700)).toBe(2_000)
    expect(skippedAheadMs(silences, 20_000)).toBe(0)
  })
})
