import { describe, expect, test } from 'vitest'
import type { Party, Recording } from '@/lib/contract/recording'
import { keptWords, tagName, wholeTag } from './kept'
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

test('how long it is kept', () => {
  const now = '2026-11-23T14:00:00Z'
  const kept = (expiry: string) => keptWords(expiry, now)
  expect(kept('2033-11-20T00:00:00Z')).toBe('7 y')
  expect(kept('2026-12-23T15:00:00Z')).toBe('30 d')
  expect(kept('2027-11-20T00:00:00Z')).toBe('12 mo')
  expect(kept('2026-11-24T00:00:00Z')).toBe('today')
  expect(kept('2026-11-20T00:00:00Z')).toBe('expired')
})

test('a tag is named by its end, and found again by it when only one has it', () => {
  const seen = ['call.categoryNames.Sales', 'call.outcome.Complaint', 'mail.outcome.Complaint']
  expect(tagName('call.categoryNames.Sales')).toBe('Sales')
  expect(wholeTag('sales', seen)).toBe('call.categoryNames.Sales')
  expect(wholeTag('complaint', seen)).toBe('complaint')
  expect(wholeTag('Other', seen)).toBe('Other')
})
