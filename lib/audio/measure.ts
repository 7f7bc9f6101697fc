import { GSM_BLOCK_BYTES, GSM_BLOCK_SAMPLES, GsmDecoder } from './gsm610'
import { PeakMeter } from './peak-meter'
import type { WavHeader } from './wav-header'
import { sampleReaderOf } from './wav-samples'

/** Takes the bytes of media in order and measures their sound. */
export type Measurer = {
  /** Null until the first samples say how many channels there are. */
  readonly meter: PeakMeter | null
  /** Await each before the next: that is what bounds memory. */
  push(bytes: Uint8Array): Promise<void>
  /** No more bytes. */
  end(): Promise<void>
  /** Lets go of threads and processes at once. May be called at any time, and twice. */
  stop(): void
}

/** A measurer gives up; the message is the sentence for the reader. */
export class Unmeasured extends Error {}

/** Joins what a push left over with the next, and hands on whole units only. */
class Units {
  #rest: Uint8Array = new Uint8Array(0)
  readonly #size: number

  constructor(size: number) {
    this.#size = size
  }

  take(bytes: Uint8Array): Uint8Array {
    const joined = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes])
    const whole = joined.length - (joined.length % this.#size)
    this.#rest = joined.slice(whole)
    return joined.subarray(0, whole)
  }
}

/** Cuts the samples of a wave out of its bytes. */
class DataSpan {
  #at = 0
  readonly #from: number
  readonly #to: number

  constructor(header: WavHeader) {
    this.#from = header.dataStart
    this.#to =
      header.dataBytes === null ? Number.POSITIVE_INFINITY : header.dataStart + header.dataBytes
  }

  take(bytes: Uint8Array): Uint8Array {
    const from = Math.max(0, this.#from - this.#at)
    const to = Math.min(bytes.length, this.#to - this.#at)
    this.#at += bytes.length
    return from < to ? bytes.subarray(from, to) : bytes.subarray(0, 0)
  }
}

/** Measures the samples of a wave as they stand; null for a coding that has no fixed sample width. */
export function wavMeasurer(header: WavHeader): Measurer | null {
  const reader = sampleReaderOf(header)
  if (reader === null) return null
  const meter = new PeakMeter(header.sampleRate, header.channels)
  const span = new DataSpan(header)
  const units = new Units(header.blockAlign)
  let samples = new Float32Array(0)
  return {
    meter,
    async push(bytes) {
      const whole = units.take(span.take(bytes))
      const frames = whole.length / header.blockAlign
      const count = frames * header.channels
      if (samples.length < count) samples = new Float32Array(count)
      reader.read(whole, count, samples)
      meter.pushInterleaved(samples, frames)
    },
    async end() {
      meter.finish()
    },
    stop() {},
  }
}

/** Blocks decoded before other work gets its turn: about 5 ms of one core. */
const GSM_TURN_BLOCKS = 100

/** Measures a GSM 06.10 wave, decoding it a few blocks at a time. */
export function gsmMeasurer(header: WavHeader): Measurer {
  const meter = new PeakMeter(header.sampleRate, 1)
  const span = new DataSpan(header)
  const units = new Units(GSM_BLOCK_BYTES)
  const decoder = new GsmDecoder()
  const pcm = new Int16Array(GSM_BLOCK_SAMPLES)
  const samples = new Float32Array(GSM_BLOCK_SAMPLES)
  let stopped = false
  return {
    meter,
    async push(bytes) {
      const whole = units.take(span.take(bytes))
      for (let at = 0; at < whole.length && !stopped; at += GSM_BLOCK_BYTES) {
        decoder.decodeBlock(whole, at, pcm, 0)
        for (let i = 0; i < pcm.length; i++) samples[i] = (pcm[i] ?? 0) / 32768
        meter.pushInterleaved(samples, GSM_BLOCK_SAMPLES)
        if ((at / GSM_BLOCK_BYTES) % GSM_TURN_BLOCKS === GSM_TURN_BLOCKS - 1) await otherWork()
      }
    },
    async end() {
      meter.finish()
    },
    stop() {
      stopped = true
    },
  }
}

function otherWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
