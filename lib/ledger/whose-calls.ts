import type { Recording } from '@/lib/contract/recording'
import type { WhoseCall } from './access-ledger'

const MOST_CALLS = 5000
const KEPT_MS = 10 * 60_000

/** A call that was seen a short while ago. */
export type SeenCall = { whose: WhoseCall; tags: readonly string[] }
type Known = Pick<
  Recording,
  'id' | 'parties' | 'direction' | 'startUtc' | 'durationMs' | 'retentionGroupId' | 'tags'
>

export function whoseCall(recording: Known): WhoseCall {
  const { id, parties, direction, startUtc, durationMs, retentionGroupId } = recording
  return { recordingId: id, parties, direction, startUtc, durationMs, retentionGroupId }
}

/**
 * Whose calls the searches and details of the last ten minutes were about, so that a transcript, a message or a
 * play can say so without asking Focus again. At most 5,000; the ones longest unseen go first. In memory only.
 */
export class WhoseCalls {
  readonly #nowMs: () => number
  readonly #seen = new Map<number, SeenCall & { atMs: number }>()

  constructor(nowMs: () => number = Date.now) {
    this.#nowMs = nowMs
  }

  remember(recordings: readonly Known[]): void {
    for (const recording of recordings) {
      // Deleting first keeps the map in order of last sight.
      this.#seen.delete(recording.id)
      const { tags } = recording
      this.#seen.set(recording.id, { whose: whoseCall(recording), tags, atMs: this.#nowMs() })
    }
    for (const id of this.#seen.keys()) {
      if (this.#seen.size <= MOST_CALLS) return
      this.#seen.delete(id)
    }
  }

  find(recordingId: number): SeenCall | null {
    const seen = this.#seen.get(recordingId)
    if (seen === undefined) return null
    if (this.#nowMs() - seen.atMs < KEPT_MS) return seen
    this.#seen.delete(recordingId)
    return null
  }
}

const KEY = Symbol.for('focus-console.whose-calls')
const shared = globalThis as { [KEY]?: WhoseCalls } // a slot under a symbol of our own

/** The process's memory, also where a bundler makes several copies of this module. */
export function whoseCalls(): WhoseCalls {
  shared[KEY] ??= new WhoseCalls()
  return shared[KEY]
}
