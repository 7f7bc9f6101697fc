import type { CallSpec } from './call-spec'
import { sentenceTiming } from './durations'
import { SeededRandom } from './random'
import { scriptOf } from './script-of'
import type { Party } from './sentences'

/** A word of an utterance. Milliseconds from the start of the call. */
export type SpokenWord = { text: string; startMs: number; endMs: number; confidence: number }

/** One line of a call. Milliseconds from its start; the audio holds exactly this, at this time. */
export type SpokenUtterance = {
  /** 0 is the firm's own person on channel 0, 1 the other party on channel 1. */
  party: Party
  text: string
  /** The key of its sentence in the voice bank. */
  sentence: string
  startMs: number
  endMs: number
  words: SpokenWord[]
  confidence: number
  /** -1 to 1; left out where a recogniser would have no opinion. */
  sentiment?: number
}

const hundredths = (value: number) => Math.round(value * 100) / 100

/** Everything said in a call, in order of start: from the spec alone, the same each time. */
export function conversation(spec: CallSpec): SpokenUtterance[] {
  const random = new SeededRandom(spec.seed, spec.index, 1)
  return scriptOf(spec).map(({ sentence, startMs, endMs }) => {
    let sum = 0
    const words = sentenceTiming(sentence.key).words.map((word) => {
      const confidence = hundredths(1 - random.next() ** 3 * 0.5)
      sum += confidence
      return {
        text: word.text,
        startMs: startMs + word.startMs,
        endMs: startMs + word.endMs,
        confidence,
      }
    })
    const utterance = {
      party: sentence.party,
      text: sentence.text,
      sentence: sentence.key,
      startMs,
      endMs,
      words,
      confidence: hundredths(sum / words.length),
    }
    return random.chance(0.7)
      ? { ...utterance, sentiment: hundredths(random.between(-0.6, 0.8)) }
      : utterance
  })
}

/** Whether everything in `words` is said in that call (whole words, any case). Below a millisecond for most calls. */
export function callSays(spec: CallSpec, words: readonly string[]): boolean {
  const said = new Set<string>()
  for (const { sentence } of scriptOf(spec))
    for (const word of sentence.text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []) said.add(word)
  return words.every((word) => said.has(word.toLowerCase()))
}

export type { CallSpec } from './call-spec'
export { TOPICS, topicsSaying } from './topics'
