import { createMp3Encoder } from 'wasm-media-encoders'
import { RATE } from './telephone'

/** Samples in a frame of MPEG 2.5 layer III, which has one granule. */
export const MP3_FRAME_SAMPLES = 576
/**
 * Bits a second of a sentence. The encoder may lend a frame what earlier ones left over, at most 255
 * bytes: at this rate the granules of two parties always fit together into the frame of a call.
 */
const BITRATE = 16
const ENCODED_FRAME_BYTES = (72 * BITRATE * 1000) / RATE
const HEADER_BYTES = 4
const MONO_SIDE_BYTES = 9
/** What encoder and decoder together delay a sample by, none of it undone without a LAME tag. */
const CODEC_DELAY = 1105
/** The lead-in that makes a sentence start exactly with a frame: the third that comes out. */
const LEAD_SAMPLES = 2 * MP3_FRAME_SAMPLES - CODEC_DELAY
/** Two granules side by side fit a frame of 64 kbit/s: 576 bytes less header and side information. */
export const GRANULE_MAX_BYTES = 277

/** The 63 bits of side information of a granule, left-aligned in 8 bytes, then its main data. */
export type Granule = { side: Uint8Array; main: Uint8Array; mainBits: number }

let shared: ReturnType<typeof createMp3Encoder> | undefined

/**
 * A sentence as MP3 granules that depend on no frame but their neighbours. The first belongs one frame
 * before the sentence starts (it holds the beginning of the overlap), the next to its first frame.
 */
export async function mp3Granules(pcm: Int16Array): Promise<Granule[]> {
  shared ??= createMp3Encoder()
  const encoder = await shared
  // From here to the end nothing waits, so that no other sentence gets between.
  encoder.configure({ channels: 1, sampleRate: RATE, outputSampleRate: RATE, bitrate: BITRATE })
  const samples = new Float32Array(LEAD_SAMPLES + pcm.length + 4 * MP3_FRAME_SAMPLES)
  for (const [index, sample] of pcm.entries()) samples[LEAD_SAMPLES + index] = sample / 32768
  // Both answers are the encoder's own memory and change at its next call.
  const stream = Buffer.concat([encoder.encode([samples]).slice(), encoder.finalize().slice()])
  const frames = Math.ceil(pcm.length / MP3_FRAME_SAMPLES) + 2
  return granulesIn(stream).slice(1, 1 + frames)
}

/** Takes the granules out of a mono stream, with what they borrowed from earlier frames. */
function granulesIn(stream: Uint8Array): Granule[] {
  const granules: Granule[] = []
  let reservoir = new Uint8Array(0)
  for (let at = 0; at + ENCODED_FRAME_BYTES <= stream.length; at += ENCODED_FRAME_BYTES) {
    if (stream[at] !== 0xff) throw new Error('The encoder changed its frame size')
    const frame = stream.subarray(at, at + ENCODED_FRAME_BYTES)
    const info = frame.subarray(HEADER_BYTES, HEADER_BYTES + MONO_SIDE_BYTES)
    const borrowed = info[0] ?? 0
    const side = new Uint8Array(8)
    // After main_data_begin and one private bit.
    copyBits(side, 0, info, 9, 63)
    const mainBits = ((side[0] ?? 0) << 4) | ((side[1] ?? 0) >> 4)
    const mainBytes = Math.ceil(mainBits / 8)
    if (mainBytes > GRANULE_MAX_BYTES) throw new Error('A granule is too large to share a frame')
    const own = frame.subarray(HEADER_BYTES + MONO_SIDE_BYTES)
    const available = Buffer.concat([reservoir.subarray(reservoir.length - borrowed), own])
    granules.push({ side, main: available.slice(0, mainBytes), mainBits })
    reservoir = Buffer.concat([reservoir, own]).slice(-512)
  }
  return granules
}

/** Copies bits, most significant first, onto a target whose bits there are all 0. */
export function copyBits(
  target: Uint8Array,
  targetBit: number,
  source: Uint8Array,
  sourceBit: number,
  count: number,
): void {
  let done = 0
  while (done < count) {
    const from = sourceBit + done
    const to = targetBit + done
    const bits = Math.min(8 - (to & 7), count - done)
    const pair = ((source[from >> 3] ?? 0) << 8) | (source[(from >> 3) + 1] ?? 0)
    const value = (pair >> (16 - (from & 7) - bits)) & ((1 << bits) - 1)
    target[to >> 3] = (target[to >> 3] ?? 0) | (value << (8 - (to & 7) - bits))
    done += bits
  }
}
