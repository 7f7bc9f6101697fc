import { speak } from './flite'
import { type Granule, mp3Granules } from './mp3-granules'
import { opusPackets } from './opus-packets'
import { VOICES } from './recipe'
import { sentenceOf } from './sentences'
import { throughTelephone } from './telephone'

/** A sentence in every form that calls are assembled from. */
export type SentenceSound = {
  /** Mono at 8 kHz. */
  pcm: Int16Array
  /** Mono MP3 granules, the first for the frame before the sentence. */
  mp3: Granule[]
  /** Mono Opus packets of equal size, one after the other. */
  opus: Uint8Array
}

/** Synthesises a sentence and encodes it: 0.1 to 0.5 s of one core. */
export async function makeSentence(key: string): Promise<SentenceSound> {
  const { party, text } = sentenceOf(key)
  const pcm = throughTelephone(speak(VOICES[party], text))
  return { pcm, mp3: await mp3Granules(pcm), opus: opusPackets(pcm) }
}

/** The sentence as one run of bytes, to be kept in a file. */
export function packSentence({ pcm, mp3, opus }: SentenceSound): Uint8Array<ArrayBuffer> {
  const granules = mp3.map(({ side, main }) => Buffer.concat([side, main]))
  const head = Uint32Array.of(pcm.byteLength, opus.length, ...granules.map((one) => one.length))
  const count = Uint32Array.of(head.length)
  const bytes = (array: Uint32Array | Int16Array) =>
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  return Uint8Array.from(Buffer.concat([bytes(count), bytes(head), bytes(pcm), opus, ...granules]))
}

/** What `packSentence` packed. Throws a RangeError on a file cut short. */
export function unpackSentence(packed: Uint8Array<ArrayBuffer>): SentenceSound {
  const count = new Uint32Array(packed.buffer.slice(0, 4))[0] ?? 0
  const [pcmBytes = 0, opusBytes = 0, ...granules] = new Uint32Array(packed.buffer, 4, count)
  let at = 4 + 4 * count
  const pcm = new Int16Array(packed.buffer.slice(at, at + pcmBytes))
  at += pcmBytes
  const opus = packed.slice(at, at + opusBytes)
  at += opusBytes
  const mp3 = granules.map((size) => {
    const side = packed.slice(at, at + 8)
    const main = packed.slice(at + 8, at + size)
    at += size
    return { side, main, mainBits: ((side[0] ?? 0) << 4) | ((side[1] ?? 0) >> 4) }
  })
  if (at !== packed.length) throw new RangeError('A kept sentence is damaged')
  return { pcm, mp3, opus }
}
