import { expect, test } from 'vitest'
import { keptWords } from './kept'

test('how long it is kept', () => {
  const now = '2026-11-23T14:00:00Z'
  const kept = (expiry: string) => keptWords(expiry, now)
  expect(kept('2033-11-20T00:00:00Z')).toBe('7 y')
  expect(kept('2026-12-23T15:00:00Z')).toBe('30 d')
  expect(kept('2027-11-20T00:00:00Z')).toBe('12 mo')
  expect(kept('2026-11-24T00:00:00Z')).toBe('today')
  expect(kept('2026-11-20T00:00:00Z')).toBe('expired')
})
