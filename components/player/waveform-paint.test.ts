import { expect, test } from 'vitest'
import type { Peaks } from '@/lib/contract/peaks'
import { fullLengthPeaks, inTurn, loudest } from './waveform-paint'

test('overlap is painted over speech, and what is left of it stays', () => {
  expect(
    inTurn([
      { startMs: 0, endMs: 100, side: 'external' },
      { startMs: 40, endMs: 60, side: 'overlap' },
      { startMs: 200, endMs: 220, side: 'external' },
      { startMs: 190, endMs: 230, side: 'overlap' },
    ]),
  ).toEqual([
    { startMs: 0, endMs: 40, side: 'external' },
    { startMs: 40, endMs: 60, side: 'overlap' },
    { startMs: 60, endMs: 100, side: 'external' },
    { startMs: 190, endMs: 230, side: 'overlap' },
  ])
})

const peaks: Peaks = {
  recordingId: 1,
  durationMs: 1_000,
  coveredMs: 200,
  complete: false,
  bucketMs: 100,
  channels: [
    [127, 0],
    [64, 32],
  ],
  silences: [],
  silenceThresholdDb: -45,
  unavailable: null,
}

test('peaks take their place in the whole length, however few have come', () => {
  const [left, right] = fullLengthPeaks(peaks, 1_000)
  expect(left).toHaveLength(10)
  expect(Array.from(left ?? []).slice(0, 3)).toEqual([1, 0, 0])
  expect(right?.[0]).toBeCloseTo(64 / 127)
  expect(loudest([new Float32Array([0.5]), new Float32Array([0.75])])).toBe(0.75)
  expect(loudest([new Float32Array([0.001])])).toBeGreaterThan(0.05)
})
