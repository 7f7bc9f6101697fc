import { sentenceTiming } from './durations'
import type { SeededRandom } from './random'
import { type Party, type Sentence, sentenceKey, sentenceOf } from './sentences'

/**
 * Every line starts on a beat. 360 ms is the shortest time that is a whole number of MP3 frames at
 * 8 kHz (72 ms) and of Opus packets (20 ms): a sentence is encoded once and its frames fit anywhere.
 */
export const BEAT_MS = 360
/** The least silence between two lines of one party, in which a codec forgets the first. */
export const SAME_PARTY_GAP_MS = 220

/** A line and when it is said. */
export type Placed = { sentence: Sentence; startMs: number; endMs: number }

const onBeat = (ms: number) => Math.ceil(ms / BEAT_MS) * BEAT_MS

/** Lines laid one after the other, none past `limitMs`. */
export class Timeline {
  readonly placed: Placed[] = []
  /** The end of all that was said so far. */
  endMs = 0
  private readonly freeFrom: [number, number] = [0, 0]

  constructor(private readonly limitMs: number) {}

  /** When the line would start if it followed what was said after that pause (negative: over its end). */
  startAfter(party: Party, pauseMs: number): number {
    return onBeat(Math.max(0, this.endMs + pauseMs, this.freeFrom[party]))
  }

  /** Says the lines, alternating or not, if all of them end by `byMs`; otherwise says none of them. */
  say(lines: readonly (readonly [Party, string, number])[], byMs = this.limitMs): boolean {
    const before = { count: this.placed.length, endMs: this.endMs, free: [...this.freeFrom] }
    for (const [party, text, pauseMs] of lines) {
      const sentence = sentenceOf(sentenceKey(party, text))
      const startMs = this.startAfter(party, pauseMs)
      this.put(sentence, startMs)
      if (this.endMs <= byMs) continue
      this.placed.length = before.count
      this.endMs = before.endMs
      this.freeFrom[0] = before.free[0] ?? 0
      this.freeFrom[1] = before.free[1] ?? 0
      return false
    }
    return true
  }

  /** A short line of the listener while the other's last line is still going on, where it fits. */
  sayOver(party: Party, text: string, random: SeededRandom): void {
    const last = this.placed.at(-1)
    if (!last || last.sentence.party === party) return
    const sentence = sentenceOf(sentenceKey(party, text))
    const { durationMs } = sentenceTiming(sentence.key)
    const into = (last.endMs - last.startMs) * random.between(0.35, 0.6)
    const startMs = onBeat(Math.max(last.startMs + into, this.freeFrom[party]))
    if (startMs + durationMs < last.endMs) this.put(sentence, startMs)
  }

  private put(sentence: Sentence, startMs: number): void {
    const endMs = startMs + sentenceTiming(sentence.key).durationMs
    this.placed.push({ sentence, startMs, endMs })
    this.freeFrom[sentence.party] = endMs + SAME_PARTY_GAP_MS
    this.endMs = Math.max(this.endMs, endMs)
  }
}
