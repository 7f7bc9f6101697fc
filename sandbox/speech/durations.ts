import measured from './durations.json'
import { sentenceOf } from './sentences'

/** When a word is said, in milliseconds from the start of its sentence. */
export type WordTiming = { text: string; startMs: number; endMs: number }

/** How long a sentence is, and when its words are said: known without synthesising it. */
export type SentenceTiming = { durationMs: number; words: readonly WordTiming[] }

const timings = new Map<string, SentenceTiming>()
const MEASURED: Readonly<Record<string, readonly number[]>> = measured

/** The timing of a sentence as `measure.ts` found it. */
export function sentenceTiming(key: string): SentenceTiming {
  const known = timings.get(key)
  if (known) return known
  const numbers = MEASURED[key]
  if (!numbers) throw new RangeError(`Run sandbox/speech/measure.ts: ${sentenceOf(key).text}`)
  const words = sentenceOf(key).text.split(' ')
  const timing = {
    durationMs: numbers[0] ?? 0,
    words: words.map((text, index) => ({
      text,
      startMs: numbers[1 + 2 * index] ?? 0,
      endMs: numbers[2 + 2 * index] ?? 0,
    })),
  }
  timings.set(key, timing)
  return timing
}
