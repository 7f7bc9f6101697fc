import { expect, test } from 'vitest'
import type { Party } from '@/lib/contract/recording'
import type { Transcript } from '@/lib/contract/transcript'
import { nameSpeakers, revealedNames } from './revealed-names'

const party = (personName: string | null, value: string): Party => ({
  endpointId: 1,
  endpointType: 'phone',
  value,
  role: null,
  personId: null,
  personName,
})
const said = (speaker: string | null): Transcript['utterances'][number] => ({
  speaker,
  personId: null,
  channel: null,
  startMs: 0,
  endMs: 1,
  text: 'Hello',
  confidence: null,
  sentiment: null,
  words: [],
})

test('speakers get their names; what two share, and what nobody revealed, stays masked', () => {
  const names = revealedNames(
    { parties: [party('Person 0A0A0A', '+44 •••• ••97'), party(null, '+44 •••• ••97')] },
    { parties: [party('Priya Shah', '447897897897'), party(null, '447000000097')] },
  )
  const transcript: Transcript = {
    recordingId: 1,
    language: null,
    unreadable: 0,
    utterances: [said('Person 0A0A0A'), said('+44 •••• ••97'), said('Person FFFFFF'), said(null)],
  }
  expect(nameSpeakers(transcript, names).utterances.map(({ speaker }) => speaker)).toEqual([
    'Priya Shah',
    '+44 •••• ••97',
    'Person FFFFFF',
    null,
  ])
})
