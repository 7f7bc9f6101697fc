import { FLITE_RATE, type Phone, type Speech } from './flite'

/** Samples a second of everything the sandbox plays. */
export const RATE = 8_000
const SAMPLES_PER_MS = RATE / 1000

const LOW_HZ = 300
const HIGH_HZ = 3_400
const TAPS = 161
const LEAD_MS = 24
const TAIL_MS = 60
const FADE_MS = 8
/** Samples at 16 kHz: more than the filter and the tail reach over the ends. */
const PADDING = 2_000
/** Level of the speech itself, and the height that no sample passes: room for a lossy codec. */
const TARGET_RMS = 0.09
const CEILING = 0.6

/** Changing anything that is heard must change this: it names the cache, and the committed timings. */
export const TELEPHONE_RECIPE = [LOW_HZ, HIGH_HZ, TAPS, LEAD_MS, TAIL_MS, TARGET_RMS, CEILING, 1]

const FILTER = bandPass()

/** A windowed sinc (Hamming) that passes the band of a telephone at 16 kHz. */
function bandPass(): Float64Array {
  const taps = new Float64Array(TAPS)
  const middle = (TAPS - 1) / 2
  for (let index = 0; index < TAPS; index += 1) {
    const x = index - middle
    const sinc = (hz: number) =>
      x === 0
        ? (2 * hz) / FLITE_RATE
        : Math.sin((2 * Math.PI * hz * x) / FLITE_RATE) / (Math.PI * x)
    const window = 0.54 - 0.46 * Math.cos((2 * Math.PI * index) / (TAPS - 1))
    taps[index] = (sinc(HIGH_HZ) - sinc(LOW_HZ)) * window
  }
  return taps
}

/** Where the speech proper starts and ends, with a breath left on each side. */
export function spokenSpan(phones: readonly Phone[]): { startMs: number; endMs: number } {
  const first = phones.findIndex((phone) => phone.name !== 'pau')
  const last = phones.findLastIndex((phone) => phone.name !== 'pau')
  const startMs = phones[first - 1]?.endMs ?? 0
  const endMs = phones[last]?.endMs ?? startMs
  return { startMs: Math.max(0, Math.floor(startMs) - LEAD_MS), endMs: Math.ceil(endMs) + TAIL_MS }
}

/**
 * The speech as it comes out of a telephone: pauses at the ends cut, 300 to 3400 Hz, 8 kHz, both voices
 * equally loud. A whole number of milliseconds long: that of `spokenSpan`, however the audio rounds.
 */
export function throughTelephone(speech: Speech): Int16Array {
  const { startMs, endMs } = spokenSpan(speech.phones)
  const length = (endMs - startMs) * SAMPLES_PER_MS
  const heard = new Float64Array(length)
  // Silence on both sides, so that the filter meets samples wherever it stands.
  const padded = new Float64Array(speech.samples.length + 2 * PADDING)
  padded.set(speech.samples, PADDING)
  const ratio = FLITE_RATE / RATE
  const offset = PADDING + (startMs * FLITE_RATE) / 1000 - (TAPS - 1) / 2
  for (let index = 0; index < length; index += 1) {
    let sum = 0
    for (let tap = 0; tap < TAPS; tap += 1)
      sum += (padded[offset + index * ratio + tap] ?? 0) * (FILTER[tap] ?? 0)
    heard[index] = sum / 32768
  }
  return levelled(heard)
}

function levelled(heard: Float64Array): Int16Array {
  let energy = 0
  for (const sample of heard) energy += sample * sample
  const gain = TARGET_RMS / Math.sqrt(energy / Math.max(1, heard.length) || 1)
  const fade = FADE_MS * SAMPLES_PER_MS
  return Int16Array.from(heard, (sample, index) => {
    const edge = Math.min(1, (index + 1) / fade, (heard.length - index) / fade)
    // Peaks bend towards the ceiling and never reach it: a hard clip would be heard as a crackle.
    return Math.round(CEILING * Math.tanh((sample * gain) / CEILING) * edge * 32767)
  })
}
