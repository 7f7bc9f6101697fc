import type { CallSpec } from '../speech/call-spec'
import { copyBits, type Granule, MP3_FRAME_SAMPLES } from '../speech/mp3-granules'
import { RATE } from '../speech/telephone'
import type { Heard, Layout } from './layout'

const FRAME_MS = (MP3_FRAME_SAMPLES / RATE) * 1000
/** MPEG 2.5 layer III without CRC, 64 kbit/s, 8 kHz, no padding, two independent channels. */
const HEADER = [0xff, 0xe3, 0x88, 0x04]
const FRAME_BYTES = (72 * 64_000) / RATE
/** Side information of two channels: where main data begins (8 bits, always 0), 2 private bits, 63 each. */
const SIDE_BIT = 8 * HEADER.length + 10
const GRANULE_SIDE_BITS = 63
const MAIN_BIT = 8 * (HEADER.length + 17)

/** The granule of a party in a frame of the call: the first of a sentence lies one frame before it. */
function granuleAt(heard: readonly Heard[], party: number, frame: number): Granule | undefined {
  for (const { sentence, startMs, sound } of heard) {
    if (sentence.party !== party) continue
    const found = sound.mp3[frame - startMs / FRAME_MS + 1]
    if (found) return found
  }
  return undefined
}

/**
 * A call as MP3 of constant bit rate. Each frame stands alone (no bit reservoir) and holds the granules
 * of both parties side by side, taken from sentences that were encoded once.
 */
export function mp3Layout(spec: CallSpec): Layout {
  const frames = Math.ceil(spec.durationMs / FRAME_MS)
  return {
    mediaType: 'audio/mpeg',
    head: new Uint8Array(0),
    unitBytes: FRAME_BYTES,
    unitMs: FRAME_MS,
    sizeBytes: frames * FRAME_BYTES,
    write(target, first, end, heard) {
      for (let frame = first; frame < end; frame += 1) {
        const at = (frame - first) * FRAME_BYTES
        const bytes = target.subarray(at, at + FRAME_BYTES)
        bytes.set(HEADER)
        let mainBit = MAIN_BIT
        for (const party of [0, 1]) {
          const granule = granuleAt(heard, party, frame)
          if (!granule) continue
          copyBits(bytes, SIDE_BIT + party * GRANULE_SIDE_BITS, granule.side, 0, GRANULE_SIDE_BITS)
          if (mainBit % 8 === 0) bytes.set(granule.main, mainBit / 8)
          else copyBits(bytes, mainBit, granule.main, 0, granule.mainBits)
          mainBit += granule.mainBits
        }
      }
    },
  }
}
