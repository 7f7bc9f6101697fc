import { expect, test } from 'vitest'
import type { Party } from '@/lib/contract/recording'
import { conversationPieces, conversationText } from './conversation'

const party = (role: string, personName: string | null, value: string | null = null): Party => ({
  endpointId: null,
  endpointType: null,
  value,
  role,
  personId: personName === null ? null : 1,
  personName,
})

test('a call says who called whom, each in their colour', () => {
  const call = {
    kind: 'phone',
    direction: 'outbound',
    parties: [party('from', 'Priya Shah'), party('to', null, '447897897897')],
  }
  expect(conversationPieces(call)).toEqual([
    { text: 'Priya Shah', side: 'internal' },
    { text: ' called ', side: null },
    { text: '+44 7897 897897', side: 'external' },
  ])
  expect(conversationText({ ...call, kind: 'sms' })).toBe('Priya Shah texted +44 7897 897897')
  expect(conversationText({ ...call, kind: 'hologram' })).toBe('Priya Shah called +44 7897 897897')
})

test('a meeting lists its people and counts the rest', () => {
  const meeting = (names: string[]) => ({
    kind: 'teams',
    direction: null,
    parties: names.map((name) => party('participant', name)),
  })
  expect(conversationText(meeting(['A', 'B']))).toBe('A and B')
  expect(conversationText(meeting(['A', 'B', 'C', 'D', 'E']))).toBe('A, B, C and 2 others')
  expect(conversationText(meeting([]))).toBe('Nobody named')
  expect(conversationText({ ...meeting([]), parties: [party('to', null)] })).toBe('Unknown')
})
