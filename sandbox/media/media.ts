import { createReadStream } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import type { CallSpec } from '../speech/call-spec'
import { scriptOf } from '../speech/script-of'
import type { Placed } from '../speech/timeline'
import { voiceBank } from '../speech/voice-bank'
import { type FixtureFormat, fixtureFile, fixtureSize } from './fixture-calls'
import type { Heard, Layout } from './layout'
import { mp3Layout } from './mp3-layout'
import { opusLayout } from './opus-layout'
import { wavLayout } from './wav-layout'

export { FIXTURE_CALLS } from './fixture-calls'

/** Formats assembled for any call, then those of which there is one file each. */
export const FORMATS = [
  'wav-pcm',
  'wav-mulaw',
  'wav-alaw',
  'mp3',
  'opus',
  'wav-gsm',
  'm4a',
  'mp4',
] as const
export type Format = (typeof FORMATS)[number]

/** The media of a call. Nothing is synthesised, encoded or read before `read`. */
export type CallMedia = {
  mediaType: string
  /** Exact. */
  sizeBytes: number
  channels: number
  durationMs: number
  /** Bytes `start` up to `end`, in pieces of at most 256 KB; what lies before is not made. */
  read(start?: number, end?: number): AsyncIterable<Uint8Array>
}

const PIECE_BYTES = 131_072
/** Sound of a line may lie this far outside its times: a frame before, the tail of a codec after. */
const SPILL_MS = 200

/** The media of a call, by its format. A fixture format plays its own call, whatever the spec says. */
export function openCall(spec: CallSpec & { format: Format }): CallMedia {
  const { format } = spec
  if (format === 'wav-gsm' || format === 'm4a' || format === 'mp4') return openFixture(format)
  const layout =
    format === 'mp3'
      ? mp3Layout(spec)
      : format === 'opus'
        ? opusLayout(spec)
        : wavLayout(spec, format)
  const { mediaType, sizeBytes } = layout
  return {
    mediaType,
    sizeBytes,
    channels: 2,
    durationMs: spec.durationMs,
    read: (start = 0, end = sizeBytes) => assemble(spec, layout, start, Math.min(end, sizeBytes)),
  }
}

function openFixture(format: FixtureFormat): CallMedia {
  const { path, mediaType, channels, durationMs } = fixtureFile(format)
  const sizeBytes = fixtureSize(format)
  return {
    mediaType,
    sizeBytes,
    channels,
    durationMs,
    async *read(start = 0, end = sizeBytes) {
      // The end of a file stream is the last byte, not the one after it.
      if (end > start) yield* createReadStream(path, { start, end: Math.min(end, sizeBytes) - 1 })
    },
  }
}

async function* assemble(spec: CallSpec, layout: Layout, start: number, end: number) {
  const { head, unitBytes, unitMs } = layout
  if (start < head.length && start < end) yield head.slice(start, Math.min(end, head.length))
  const from = Math.max(start, head.length) - head.length
  const to = end - head.length
  if (to <= from) return

  const lines = scriptOf(spec)
  const pieceUnits = Math.max(1, Math.floor(PIECE_BYTES / unitBytes))
  const endUnit = Math.ceil(to / unitBytes)
  let next = firstHeardAt(lines, Math.floor(from / unitBytes) * unitMs)
  askFor(lines.slice(next), endUnit * unitMs)
  for (let unit = Math.floor(from / unitBytes); unit < endUnit; unit += pieceUnits) {
    const last = Math.min(unit + pieceUnits, endUnit)
    while (next < lines.length && (lines[next]?.endMs ?? 0) + SPILL_MS < unit * unitMs) next += 1
    const heard = await soundOf(lines, next, last * unitMs)
    const piece = new Uint8Array((last - unit) * unitBytes)
    layout.write(piece, unit, last, heard)
    const offset = unit * unitBytes
    yield piece.subarray(Math.max(0, from - offset), Math.min(piece.length, to - offset))
    // Other requests get their turn however fast the reader is.
    await turn()
  }
}

/** Has everything up to a moment made, in order, ahead of the bank's warming. */
function askFor(lines: readonly Placed[], untilMs: number): void {
  const keys = new Set<string>()
  for (const { sentence, startMs } of lines) {
    if (startMs > untilMs + SPILL_MS) break
    keys.add(sentence.key)
  }
  for (const key of keys) {
    // Whoever waits for it hears of a failure; this only asks.
    if (!voiceBank.ready(key)) voiceBank.sound(key).catch(() => undefined)
  }
}

/** The lines from `next` on that can be heard before a moment, with their sound. */
async function soundOf(lines: readonly Placed[], next: number, untilMs: number): Promise<Heard[]> {
  const heard: Heard[] = []
  for (let index = next; index < lines.length; index += 1) {
    const line = lines[index]
    if (!line || line.startMs - SPILL_MS > untilMs) break
    const { key } = line.sentence
    heard.push({ ...line, sound: voiceBank.ready(key) ?? (await voiceBank.sound(key)) })
  }
  return heard
}

/** Where lines start that may still be heard at a moment. */
function firstHeardAt(lines: readonly Placed[], ms: number): number {
  const found = lines.findIndex((line) => line.endMs + SPILL_MS >= ms)
  return found === -1 ? lines.length : found
}
