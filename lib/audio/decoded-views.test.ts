import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { expandToPcm16, MU_LAW } from './g711'
import { GSM_BLOCK_BYTES, GSM_BLOCK_SAMPLES, GsmDecoder } from './gsm610'
import { Playbacks } from './playbacks'
import { Spool } from './spool'
import { parseWavHeader, pcm16Header } from './wav-header'

let directory: string
let all: Playbacks
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'views-test-'))
  all = new Playbacks({ spool: new Spool({ directory, maxBytes: 1e8 }), idleMs: 60_000 })
})
afterEach(async () => {
  all.close()
  await rm(directory, { recursive: true })
})

/** The 2 s fixture, its blocks over and over: long enough to cross several decoding segments. */
function longGsm(times: number): { file: Buffer; blocks: Buffer } {
  const fixture = readFileSync(join(import.meta.dirname, 'fixtures/noise.gsm.wav'))
  const header = parseWavHeader(fixture)
  if (typeof header === 'string') throw new Error(header)
  const { dataStart, dataBytes } = header
  const once = fixture.subarray(dataStart, dataStart + (dataBytes ?? 0))
  const blocks = Buffer.concat(Array.from({ length: times }, () => once))
  const head = Buffer.from(fixture.subarray(0, dataStart))
  head.writeUInt32LE(dataStart - 8 + blocks.length, 4)
  head.writeUInt32LE(blocks.length, dataStart - 4)
  return { file: Buffer.concat([head, blocks]), blocks }
}

function decodedInOrder(blocks: Uint8Array): Buffer {
  const count = blocks.length / GSM_BLOCK_BYTES
  const pcm = new Int16Array(count * GSM_BLOCK_SAMPLES)
  const decoder = new GsmDecoder()
  for (let i = 0; i < count; i++) {
    decoder.decodeBlock(blocks, i * GSM_BLOCK_BYTES, pcm, i * GSM_BLOCK_SAMPLES)
  }
  const head = pcm16Header({ channels: 1, sampleRate: 8000 }, pcm.byteLength)
  return Buffer.concat([head, Buffer.from(pcm.buffer)])
}

const play = (file: Uint8Array, contentLength: number | null) =>
  all.open({
    recordingId: 1,
    sizeHint: null,
    durationHintMs: null,
    open: async () => ({
      contentType: null,
      contentLength,
      body: (async function* () {
        for (let at = 0; at < file.length; at += 30_001) yield file.subarray(at, at + 30_001)
      })(),
    }),
  })

async function expectAnyRange(
  playback: Awaited<ReturnType<typeof play>>,
  as: 'wav' | undefined,
  expected: Buffer,
) {
  const position = fc.nat(expected.length - 1)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(position, fc.nat(900_000)), { maxLength: 5 }),
      async (spans) => {
        await Promise.all(
          spans.map(async ([start, length]) => {
            const signal = new AbortController().signal
            const range = `bytes=${start}-${start + length}`
            const answer = await playback.respond({ range, as, signal })
            const end = Math.min(expected.length, start + length + 1)
            expect(answer.headers['Content-Range']).toBe(
              `bytes ${start}-${end - 1}/${expected.length}`,
            )
            const bytes = Buffer.from(await new Response(answer.body).arrayBuffer())
            expect(bytes.equals(expected.subarray(start, end))).toBe(true)
          }),
        )
      },
    ),
    { numRuns: 12 },
  )
}

test('any range of a GSM recording, from many readers, is cut from one decoding in order', async () => {
  const { file, blocks } = longGsm(45)
  await expectAnyRange(await play(file, file.length), undefined, decodedInOrder(blocks))
})

test('a mu-law recording as PCM WAV is twice its samples, from any byte', async () => {
  const octets = Buffer.from(Uint8Array.from({ length: 400_000 }, (_, i) => (i * 31) >> 3))
  const head = pcm16Header({ channels: 2, sampleRate: 8000 }, octets.length)
  const file = Buffer.concat([head, octets])
  file.writeUInt16LE(7, 20)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(8, 34)
  const pcm = expandToPcm16(octets, MU_LAW)
  const expected = Buffer.concat([pcm16Header({ channels: 2, sampleRate: 8000 }, pcm.length), pcm])
  const playback = await play(file, null)
  await expectAnyRange(playback, 'wav', expected)
  await expectAnyRange(playback, undefined, file)
})
