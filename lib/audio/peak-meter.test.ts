import { expect, test } from 'vitest'
import { PeakMeter } from './peak-meter'

const constant = (value: number, length: number) => new Float32Array(length).fill(value)

test('each 20 ms holds the greatest absolute sample of each channel', () => {
  const meter = new PeakMeter(8000, 2)
  const samples = new Float32Array(8000 * 2)
  samples[2 * 100] = -1 // left, first bucket
  samples[2 * 160 + 1] = 0.5 // right, first sample of the second
  samples[2 * 7999] = 0.25 // left, last of the last
  meter.pushInterleaved(samples, 8000)
  meter.finish()
  const { channels, bucketMs } = meter.aggregate(1000, 1000)
  expect(bucketMs).toBe(20)
  expect(channels.map((channel) => channel.length)).toEqual([50, 50])
  expect(channels[0]).toEqual([127, ...Array(48).fill(0), 32])
  expect(channels[1]).toEqual([0, 64, ...Array(48).fill(0)])
})

test('however the samples are cut up, the peaks are the same', () => {
  const samples = Float32Array.from({ length: 11025 * 3 }, (_, i) => Math.sin(i * i))
  const whole = new PeakMeter(11025, 1)
  whole.pushInterleaved(samples, samples.length)
  whole.finish()
  const pieces = new PeakMeter(11025, 1)
  for (let at = 0; at < samples.length; at += 77) {
    const piece = samples.subarray(at, at + 77)
    pieces.pushPlanar([piece], piece.length)
  }
  pieces.finish()
  expect(pieces.aggregate(9999, 3000)).toEqual(whole.aggregate(9999, 3000))
  expect(whole.aggregate(9999, 3000).channels[0]).toHaveLength(150)
  expect(whole.coveredMs).toBe(3000)
})

test('fewer points take the greatest of the buckets they span', () => {
  const meter = new PeakMeter(1000, 1)
  for (let bucket = 0; bucket < 10; bucket++) meter.pushInterleaved(constant(bucket / 127, 20), 20)
  meter.finish()
  expect(meter.aggregate(4, 200)).toEqual({ bucketMs: 60, channels: [[2, 5, 8, 9]] })
})

test('silence is where every channel stays below -45 dB for 1.5 s', () => {
  const meter = new PeakMeter(1000, 2)
  const push = (left: number, right: number, ms: number) =>
    meter.pushPlanar([constant(left, ms), constant(right, ms)], ms)
  push(0.5, 0, 1000)
  push(0.005, 0.0055, 1500)
  push(0, 0.0057, 1000)
  push(0, 0, 1480)
  push(0.5, 0.5, 20)
  push(0, 0, 2010)
  expect(meter.silences()).toEqual([
    { startMs: 1000, endMs: 2500 },
    { startMs: 5000, endMs: 7000 },
  ])
  meter.finish()
  expect(meter.silences().at(-1)).toEqual({ startMs: 5000, endMs: 7010 })
  expect(meter.coveredMs).toBe(7010)
})
