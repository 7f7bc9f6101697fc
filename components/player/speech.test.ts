import { describe, expect, test } from 'vitest'
import type { Utterance } from '@/lib/contract/transcript'
import { joined, MAX_LANES, overlapsOf, paintOfChannel, speechLanes, utteranceAt } from './speech'

const said = (
  speaker: string | null,
  startMs: number,
  endMs: number,
  channel: number | null = null,
): Utterance => ({
  speaker,
  personId: null,
  channel,
  startMs,
  endMs,
  text: '…',
  confidence: null,
  sentiment: null,
  words: [],
})
const call = {
  direction: 'outbound',
  parties: [
    {
      endpointId: 1,
      endpointType: 'phone',
      value: '441',
      role: 'from',
      personId: 7,
      personName: 'Priya Shah',
    },
    {
      endpointId: 2,
      endpointType: 'phone',
      value: '447897897897',
      role: 'to',
      personId: null,
      personName: null,
    },
  ],
}
const talk = [
  said('447897897897', 0, 2_000, 1),
  said('Priya Shah', 1_500, 5_000, 0),
  said('447897897897', 6_000, 7_000, 1),
]

describe('speech', () => {
  test('has one lane a party, the firm first', () => {
    expect(speechLanes(call, talk)).toEqual([
      { speaker: 'Priya Shah', side: 'internal', stretches: [{ startMs: 1_500, endMs: 5_000 }] },
      {
        speaker: '447897897897',
        side: 'external',
        stretches: [
          { startMs: 0, endMs: 2_000 },
          { startMs: 6_000, endMs: 7_000 },
        ],
      },
    ])
  })

  test('keeps to a readable number of lanes and loses nobody', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      said(`Speaker ${index}`, index * 1_000, index * 1_000 + 900),
    )
    const lanes = speechLanes({ direction: null, parties: [] }, many)
    expect(lanes).toHaveLength(MAX_LANES)
    expect(lanes.flatMap((lane) => lane.stretches)).toHaveLength(20)
  })

  test('overlaps where two speak at once', () => {
    expect(overlapsOf(speechLanes(call, talk))).toEqual([{ startMs: 1_500, endMs: 2_000 }])
  })

  test('joins what lies close together', () => {
    const stretches = [
      { startMs: 5, endMs: 6 },
      { startMs: 0, endMs: 3 },
      { startMs: 4, endMs: 5 },
    ]
    expect(joined(stretches, 0)).toEqual([
      { startMs: 0, endMs: 3 },
      { startMs: 4, endMs: 6 },
    ])
    expect(joined(stretches, 1)).toEqual([{ startMs: 0, endMs: 6 }])
  })

  test('paints a channel in its party, and one channel for all by who speaks', () => {
    expect(paintOfChannel(call, talk, 1, 2)).toEqual({
      side: 'external',
      painted: [{ startMs: 1_500, endMs: 2_000, side: 'overlap' }],
    })
    const mono = paintOfChannel(
      call,
      talk.map((utterance) => ({ ...utterance, channel: 0 })),
      0,
      1,
    )
    expect(mono.side).toBe('internal')
    expect(mono.painted.map((part) => part.side)).toEqual(['external', 'external', 'overlap'])
  })

  test('finds the utterance under the playhead', () => {
    expect([-1, 0, 1_499, 1_500, 5_999, 6_000, 99_999].map((at) => utteranceAt(talk, at))).toEqual([
      -1, 0, 0, 1, 1, 2, 2,
    ])
  })
})
