import type { Download } from './download'
import { GSM_BLOCK_BYTES, GSM_BLOCK_SAMPLES, GsmDecoder } from './gsm610'
import { dataBytesOf, type MediaView, rawView, readSpan } from './media-view'
import { pcm16Header, type WavHeader } from './wav-header'

const HEAD = 44
const BLOCK_PCM = GSM_BLOCK_SAMPLES * 2
/** 20 s of sound: what a jump into the middle may cost. */
const SEGMENT_BLOCKS = 500
/**
 * 10 s decoded before a segment and thrown away. The decoder's memory dies out within 4 s in speech, within 8 s in
 * steady tones, and then both ways of decoding give the same samples.
 */
const WARM_UP_BLOCKS = 250
/** Blocks decoded before other work gets its turn: about 3 ms of one core. */
const TURN_BLOCKS = 100
const KEPT_SEGMENTS = 3

/** A stretch being decoded. Grows while its blocks arrive. */
type Segment = {
  decoder: GsmDecoder
  next: number
  pcm: Int16Array
  made: number
  turn: Promise<void>
}

/**
 * A GSM 06.10 wave as PCM 16. Decoded in segments, each on its own from a little before its start, so that
 * any range can be read at once and always holds the same bytes.
 */
export function gsmView(download: Download, header: WavHeader): MediaView {
  const raw = rawView(download, 'audio/wav')
  const segments = new Map<number, Segment>()
  const blocks = () => {
    const bytes = dataBytesOf(header, download.total)
    return bytes === null ? null : Math.floor(bytes / GSM_BLOCK_BYTES)
  }
  let head: Uint8Array | null = null

  function segmentAt(index: number): Segment {
    const known = segments.get(index)
    segments.delete(index)
    const segment = known ?? {
      decoder: new GsmDecoder(),
      next: Math.max(0, index * SEGMENT_BLOCKS - WARM_UP_BLOCKS),
      pcm: new Int16Array(SEGMENT_BLOCKS * GSM_BLOCK_SAMPLES),
      made: 0,
      turn: Promise.resolve(),
    }
    segments.set(index, segment)
    for (const oldest of segments.keys()) {
      if (segments.size <= KEPT_SEGMENTS) break
      segments.delete(oldest)
    }
    return segment
  }

  /** Decodes what has arrived up to `until`, at least the block `wanted`. */
  async function extend(segment: Segment, index: number, wanted: number, signal: AbortSignal) {
    const first = index * SEGMENT_BLOCKS
    if (segment.next > wanted) return
    const all = blocks()
    const end = Math.min(first + SEGMENT_BLOCKS, all ?? Number.POSITIVE_INFINITY)
    const needed = await readSpan(
      raw,
      header.dataStart + segment.next * GSM_BLOCK_BYTES,
      header.dataStart + (wanted + 1) * GSM_BLOCK_BYTES,
      signal,
    )
    const from = header.dataStart + segment.next * GSM_BLOCK_BYTES + needed.length
    const arrived = Math.min(download.received, header.dataStart + end * GSM_BLOCK_BYTES)
    const more = from < arrived ? await readSpan(raw, from, arrived, signal) : new Uint8Array(0)
    const bytes = more.length === 0 ? needed : Buffer.concat([needed, more])
    for (let at = 0; at + GSM_BLOCK_BYTES <= bytes.length; at += GSM_BLOCK_BYTES) {
      // Warm-up blocks are all written over the segment's first, which is then made for good.
      const slot = Math.max(0, segment.next - first)
      segment.decoder.decodeBlock(bytes, at, segment.pcm, slot * GSM_BLOCK_SAMPLES)
      segment.next++
      if (segment.next > first) segment.made = segment.next - first
      if (segment.next % TURN_BLOCKS === 0) await new Promise((resolve) => setImmediate(resolve))
    }
  }

  return {
    contentType: 'audio/wav',
    total() {
      const count = blocks()
      return count === null ? null : HEAD + count * BLOCK_PCM
    },
    async read(start, length, signal) {
      if (start < HEAD) {
        const count = blocks()
        head ??= pcm16Header(
          { channels: 1, sampleRate: header.sampleRate },
          count === null ? null : count * BLOCK_PCM,
        )
        return head.subarray(start, start + length)
      }
      const block = Math.floor((start - HEAD) / BLOCK_PCM)
      const count = blocks()
      if (count !== null && block >= count) return null
      const index = Math.floor(block / SEGMENT_BLOCKS)
      const segment = segmentAt(index)
      // One at a time: the decoder's state belongs to the order of the blocks.
      const mine = segment.turn.then(() => extend(segment, index, block, signal))
      segment.turn = mine.catch(() => {})
      await mine
      const offset = start - HEAD - index * SEGMENT_BLOCKS * BLOCK_PCM
      const until = Math.min(segment.made * BLOCK_PCM, offset + length)
      if (until <= offset) return null
      const { buffer } = segment.pcm
      return new Uint8Array(buffer.slice(offset, until) as ArrayBuffer) // made by Int16Array(length): never shared
    },
  }
}
