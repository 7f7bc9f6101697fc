import { expect, test } from 'vitest'
import type { ExpiryCount } from '@/lib/contract/retention'
import { soonGone } from './expiry-card'

const count = (day: string, recordings: number, held = false): ExpiryCount => ({
  day,
  recordings,
  held,
  retentionGroupId: 41,
  kind: 'phone',
  world: 'now',
  durationMs: 0,
})

test('what is due counts from today for thirty days; what is held counts from any day that has come', () => {
  const counts = [
    count('2026-11-22', 1),
    count('2026-11-23', 2),
    count('2026-12-22', 4),
    count('2026-12-23', 8),
    count('2026-11-01', 16, true),
    count('2026-12-22', 32, true),
    count('2026-12-23', 64, true),
  ]
  expect(soonGone({ counts }, '2026-11-23')).toEqual({ due: 6, held: 48 })
})
