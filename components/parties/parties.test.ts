import { describe, expect, test } from 'vitest'
import type { Party, Recording } from '@/lib/contract/recording'
import { partyText } from './parties'

const party = (role: string, rest: Partial<Party>): Party => ({
  endpointId: null,
  endpointType: 'phone',
  value: null,
  role,
  personId: null,
  personName: null,
  ...rest,
})
const priya = (role: string) => party(role, { personName: 'Priya Shah', personId: 1 })
const caller = (role: string) => party(role, { value: '447897897897' })
const recording = (rest: Partial<Recording>) => ({ kind: 'phone', ...rest }) as Recording // only these fields are read

describe('parties as a sentence', () => {
  test.each([
    ['outbound', [priya('from'), caller('to')], 'Priya Shah called +44 7897 897897'],
    ['inbound', [caller('from'), priya('to')], 'Priya Shah from +44 7897 897897'],
    [null, [priya('participant'), caller('participant')], 'Priya Shah with +44 7897 897897'],
    ['inbound', [caller('from')], '+44 7897 897897'],
    ['outbound', [], 'nobody named'],
  ])('%s', (direction, parties, text) => {
    expect(partyText(recording({ direction, parties }))).toBe(text)
  })
})
