import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Container, sniff } from './container'
import { Unmeasured } from './measure'
import { measurerOf } from './measurer-of'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))

/** Feeds a file in odd pieces, as a network would. */
async function measure(file: Uint8Array) {
  const measurer = measurerOf(sniff(file, true) as Container) // ended: never 'more'
  if ('unavailable' in measurer) throw new Error(measurer.unavailable)
  try {
    for (let at = 0; at < file.length; at += 777) await measurer.push(file.subarray(at, at + 777))
    await measurer.end()
  } finally {
    measurer.stop()
  }
  if (measurer.meter === null) throw new Error('no meter')
  return measurer.meter
}

/** A wave of any coding around samples already coded. */
function wave(tag: number, bits: number, channels: number, data: Uint8Array): Uint8Array {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(tag, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE((8000 * channels * bits) / 8, 28)
  head.writeUInt16LE((channels * bits) / 8, 32)
  head.writeUInt16LE(bits, 34)
  head.write('data', 36)
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}

const coded: [string, number, number, (value: number) => Buffer][] = [
  ['PCM 8', 1, 8, (v) => Buffer.of(Math.round(v * 127) + 128)],
  [
    'PCM 16',
    1,
    16,
    (v) => {
      const b = Buffer.alloc(2)
      b.writeInt16LE(Math.round(v * 32767))
      return b
    },
  ],
  [
    'PCM 24',
    1,
    24,
    (v) => {
      const b = Buffer.alloc(3)
      b.writeIntLE(Math.round(v * 8388607), 0, 3)
      return b
    },
  ],
  [
    'PCM 32',
    1,
    32,
    (v) => {
      const b = Buffer.alloc(4)
      b.writeInt32LE(Math.round(v * 2147483647))
      return b
    },
  ],
  [
    'float',
    3,
    32,
    (v) => {
      const b = Buffer.alloc(4)
      b.writeFloatLE(v)
      return b
    },
  ],
  [
    'double',
    3,
    64,
    (v) => {
      const b = Buffer.alloc(8)
      b.writeDoubleLE(v)
      return b
    },
  ],
]

test.each(coded)('%s: a step from silence to -0.5 and 1, exactly', async (_, tag, bits, encode) => {
  const frames = Array.from({ length: 8000 }, (_, i) =>
    i < 4000 ? [encode(0), encode(0)] : [encode(-0.5), encode(1)],
  )
  const meter = await measure(wave(tag, bits, 2, Buffer.concat(frames.flat())))
  expect(meter.coveredMs).toBe(1000)
  const [left = [], right = []] = meter.aggregate(1000, 1000).channels
  expect(left.slice(0, 25).every((peak) => peak === 0)).toBe(true)
  expect(left.slice(25).every((peak) => peak === 63 || peak === 64)).toBe(true)
  expect(right.slice(25).every((peak) => peak >= 126)).toBe(true)
})

test.each([
  [7, [0xff, 0x80]],
  [6, [0xd5, 0xaa]],
])('G.711, format tag %i', async (tag, [quiet = 0, loud = 0]) => {
  const data = new Uint8Array(16000).fill(quiet, 0, 8000).fill(loud, 8000)
  const meter = await measure(wave(tag, 8, 1, data))
  expect(meter.aggregate(2, 2000).channels).toEqual([[0, 125]])
  expect(meter.silences()).toEqual([])
})

test('GSM 06.10 is measured as it decodes', async () => {
  const meter = await measure(fixture('noise.gsm.wav'))
  expect(meter.channelCount).toBe(1)
  expect(meter.coveredMs).toBe(2000)
  expect(Math.max(...(meter.aggregate(100, 2000).channels[0] ?? []))).toBeGreaterThan(20)
})

test.each(['tone.mp3', 'tone.opus'])('%s: silence, then the tone on the left', async (name) => {
  const meter = await measure(fixture(name))
  expect(meter.coveredMs).toBeGreaterThan(3900)
  expect(meter.coveredMs).toBeLessThan(4200)
  const [left = [], right = []] = meter.aggregate(400, 4000).channels
  expect(Math.max(...left.slice(0, 90))).toBeLessThan(3)
  for (const peak of left.slice(110, 190)) expect(peak).toBeGreaterThan(55)
  for (const peak of left.slice(110, 190)) expect(peak).toBeLessThan(75)
  expect(Math.max(...right)).toBeLessThan(8)
  expect(meter.silences()[0]?.startMs).toBe(0)
  expect(meter.silences()[0]?.endMs).toBeGreaterThan(1850)
})

test('an MP3 of one channel has one channel', async () => {
  expect((await measure(fixture('tone-mono.mp3'))).channelCount).toBe(1)
})

test('M4A is measured where ffmpeg is installed, and said to need it where not', async () => {
  const outcome = await measure(fixture('tone.m4a')).catch((error: unknown) => error)
  if (outcome instanceof Unmeasured) expect(outcome.message).toMatch(/needs ffmpeg/)
  else expect(outcome).toMatchObject({ channelCount: 2 })
})

test('what cannot be measured is said in a sentence', () => {
  const header = {
    formatTag: 101,
    channels: 1,
    sampleRate: 16000,
    blockAlign: 1,
    bitsPerSample: 4,
    dataStart: 44,
    dataBytes: 10,
    fileBytes: 54,
  }
  expect(measurerOf({ kind: 'wav', header })).toEqual({
    unavailable: 'No waveform: WAV with G.722 ADPCM is not decoded by this console.',
  })
  expect(measurerOf({ kind: 'au' })).toEqual({
    unavailable: 'No waveform: the Sun .au format is not decoded by this console.',
  })
})
