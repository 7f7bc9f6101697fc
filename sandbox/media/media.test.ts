import { MPEGDecoder } from 'mpg123-decoder'
import { OggOpusDecoder } from 'ogg-opus-decoder'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallSpec } from '../speech/call-spec'
import { conversation, type SpokenUtterance } from '../speech/conversation'
import { voiceBank } from '../speech/voice-bank'
import { decodeWav } from './decode-wav'
import { madeOf } from './fixtures/made-of'
import recordedScripts from './fixtures/made-of.json'
import { FIXTURE_CALLS, FORMATS, type Format, openCall } from './media'

const SPEC: CallSpec = {
  seed: 3,
  index: 12,
  topic: 8,
  durationMs: 75_500,
  agentName: 'Grace Mbeki',
  customerName: 'Alan Firth',
}
const ASSEMBLED = ['wav-pcm', 'wav-mulaw', 'wav-alaw', 'mp3', 'opus'] as const
const LINES = conversation(SPEC)
const files = new Map<Format, Buffer>()

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

const fileOf = (format: Format): Buffer => {
  const file = files.get(format)
  if (!file) throw new Error(`No ${format}`)
  return file
}

beforeAll(async () => {
  for (const format of FORMATS)
    files.set(format, await collect(openCall({ ...SPEC, format }).read()))
}, 120_000)
afterAll(() => voiceBank.close())

/** Both channels at their rate, by a decoder that shares nothing with the encoder. */
async function decode(format: Format): Promise<{ channels: Float32Array[]; rate: number }> {
  const bytes = new Uint8Array(fileOf(format))
  if (format.startsWith('wav')) return decodeWav(bytes)
  const decoder = format === 'mp3' ? new MPEGDecoder() : new OggOpusDecoder({ forceStereo: false })
  await decoder.ready
  const whole =
    decoder instanceof MPEGDecoder ? decoder.decode(bytes) : await decoder.decodeFile(bytes)
  const decoded = { channels: whole.channelData, rate: whole.sampleRate }
  decoder.free()
  return decoded
}

function loudness(audio: Float32Array, rate: number, startMs: number, endMs: number): number {
  const span = audio.subarray((startMs * rate) / 1000, (endMs * rate) / 1000)
  return Math.sqrt(span.reduce((sum, sample) => sum + sample * sample, 0) / span.length)
}

/** Stretches in which a party says nothing, a margin of a codec's smear left out. */
function silences(lines: readonly SpokenUtterance[], party: number) {
  const own = lines.filter((line) => line.party === party)
  const starts = [...own.map((line) => line.startMs), SPEC.durationMs]
  return starts
    .map((endMs, index) => ({
      startMs: (own[index - 1]?.endMs ?? -80) + 80,
      endMs: endMs - 80,
    }))
    .filter(({ startMs, endMs }) => endMs > startMs + 40)
}

it('tests a call in which one talks over the other', () => {
  expect(LINES.some((line, index) => line.startMs < (LINES[index - 1]?.endMs ?? 0))).toBe(true)
})

describe.each(ASSEMBLED)('a call as %s', (format) => {
  it('lasts as long as it says and sounds where its transcript says', async () => {
    const { channels, rate } = await decode(format)
    expect(channels.length).toBe(2)
    const frameMs = format === 'mp3' ? 72 : 1
    const lasts = ((channels[0]?.length ?? 0) / rate) * 1000
    expect(Math.abs(lasts - SPEC.durationMs)).toBeLessThanOrEqual(frameMs)
    for (const { party, startMs, endMs } of LINES) {
      const audio = channels[party] ?? new Float32Array()
      expect(loudness(audio, rate, startMs, endMs)).toBeGreaterThan(0.05)
      // To the word: even a soft first sound is there within 150 ms.
      expect(loudness(audio, rate, startMs, startMs + 150)).toBeGreaterThan(0.003)
    }
    for (const [party, audio] of channels.entries()) {
      for (const { startMs, endMs } of silences(LINES, party))
        expect(loudness(audio, rate, startMs, endMs)).toBeLessThan(0.001)
      expect(audio.reduce((top, sample) => Math.max(top, Math.abs(sample)), 0)).toBeLessThan(0.8)
    }
  })

  it('is the same sound as the uncompressed call, at the same time', async () => {
    const heard = await decode(format)
    const plain = await decode('wav-pcm')
    const step = heard.rate / plain.rate
    for (const party of [0, 1]) {
      const [a, b] = [plain.channels[party], heard.channels[party]]
      let [both, left, right] = [0, 0, 0]
      for (let index = 0; index < 8 * 60_000; index += 1) {
        const [x, y] = [a?.[index] ?? 0, b?.[index * step] ?? 0]
        both += x * y
        left += x * x
        right += y * y
      }
      expect(both / Math.sqrt(left * right)).toBeGreaterThan(0.97)
      expect(right / left).toBeGreaterThan(0.85)
      expect(right / left).toBeLessThan(1.15)
    }
  })

  it('gives any part without the rest', async () => {
    const whole = fileOf(format)
    const media = openCall({ ...SPEC, format })
    expect(media.sizeBytes).toBe(whole.length)
    const at = (share: number) => Math.floor(whole.length * share)
    for (const [start, end] of [
      [0, 1],
      [0, 30],
      [1, 500],
      [43, 46],
      [at(0.31), at(0.31) + 7_777],
      [at(0.9), whole.length],
      [whole.length - 1, whole.length],
      [at(0.5), at(0.5)],
      [at(0.99), whole.length + 100],
    ] as const)
      expect(await collect(media.read(start, end))).toEqual(whole.subarray(start, end))
  })

  it('gives the beginning and the end of every line wherever a part starts', async () => {
    const media = openCall({ ...SPEC, format })
    const whole = fileOf(format)
    for (const { startMs, endMs } of LINES)
      for (const ms of [startMs - 60, startMs + 60, endMs - 60, endMs + 60]) {
        const at = Math.max(0, Math.floor((ms / SPEC.durationMs) * whole.length))
        const part = await collect(media.read(at, at + 900))
        expect(part.equals(whole.subarray(at, at + 900))).toBe(true)
        const before = await collect(media.read(Math.max(0, at - 900), at))
        expect(before.equals(whole.subarray(Math.max(0, at - 900), at))).toBe(true)
      }
  })

  it('knows the size of three hours, and gives their end at once', async () => {
    const media = openCall({ ...SPEC, durationMs: 10_800_000, format })
    const tail = await collect(media.read(media.sizeBytes - 1_000))
    expect(tail.length).toBe(1_000)
  })
})

describe.each(['wav-gsm', 'm4a', 'mp4'] as const)('the file of %s', (format) => {
  it('was made of the call as it is spoken now (else run fixtures/make.ts)', () => {
    expect(recordedScripts[format]).toBe(madeOf(format))
  })

  it('is read whole or in part, and is small', async () => {
    const media = openCall({ ...FIXTURE_CALLS[format], format })
    const whole = fileOf(format)
    expect(media.sizeBytes).toBe(whole.length)
    expect(media.durationMs).toBe(FIXTURE_CALLS[format].durationMs)
    expect(whole.length).toBeLessThan(1_000_000)
    expect(await collect(media.read(100, 5_000))).toEqual(whole.subarray(100, 5_000))
  })
})

it('says the GSM file is GSM 6.10 of the length of its call', () => {
  const file = fileOf('wav-gsm')
  expect(file.readUInt16LE(20)).toBe(0x31)
  const data = file.indexOf('data')
  // 65 bytes hold two frames of 20 ms.
  const ms = (file.readUInt32LE(data + 4) / 65) * 40
  expect(Math.abs(ms - FIXTURE_CALLS['wav-gsm'].durationMs)).toBeLessThanOrEqual(40)
})

it.each(['m4a', 'mp4'] as const)('says the %s file is as long as its call', (format) => {
  const file = fileOf(format)
  const header = file.indexOf('mvhd')
  const ms = (file.readUInt32BE(header + 20) / file.readUInt32BE(header + 16)) * 1000
  expect(Math.abs(ms - FIXTURE_CALLS[format].durationMs)).toBeLessThan(130)
})
