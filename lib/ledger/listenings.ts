import type { Interval } from '@/lib/contract/ledger'
import type { Entry, Outcome } from './access-ledger'
import { joined, lengthMs, without } from './intervals'
import { newlyOpen, type Open, outcomeOf } from './open-listening'

/** A progress entry at most this often. */
const PROGRESS_MS = 15_000
/** A listening that nobody reads from or reports of for so long is over. */
const IDLE_MS = 60_000
/** How long the end waits for the media's last request, so that its bytes are counted. */
const LAST_BYTES_MS = 5_000
/** Listenings remembered, open or not; those closed longest go first. */
const MOST_REMEMBERED = 10_000

/** Time as listenings see it; a test gives its own. */
export type ListeningClock = {
  nowMs(): number
  /** Runs once after so many milliseconds, unless what it returns is called before. */
  after(ms: number, run: () => void): () => void
}

const systemClock: ListeningClock = {
  nowMs: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** Which listening, whose and of what: a report or a request of another session is about another listening. */
export type ListeningKey = { listening: string; sessionId: string; recordingId: number }

type Listening = {
  intend: () => Promise<Entry>
  open: Open | null
  /** The intent on its way to disk. */
  opening: Promise<void> | null
  /** An intent was written once. */
  begun: boolean
  /** What earlier entries of the same listening say was heard. */
  before: Interval[]
}

/**
 * One press of Play is one access, however many ranges of the media the browser asks for. The first request writes the
 * intent; what was heard is added as it is reported; the outcome is written when the listener says so, or a minute
 * after the last sign of life. What is heard after that (a pause was longer) begins an entry of its own.
 */
export class Listenings {
  readonly #clock: ListeningClock
  readonly #failed: (error: unknown) => void
  readonly #all = new Map<string, Listening>()

  /** `failed` is told what could not be written after its request was answered. */
  constructor(failed: (error: unknown) => void, clock: ListeningClock = systemClock) {
    this.#failed = failed
    this.#clock = clock
  }

  /**
   * The entry of one request for media. Concluding it ends the request; the listening goes on. Rejects with
   * what `intend` rejects with; then nothing may be served.
   */
  async request(key: ListeningKey, intend: () => Promise<Entry>): Promise<Entry> {
    const listening = this.#remembered(key, intend)
    const open = await this.#opened(listening, intend, (open) => {
      open.requests += 1
      open.stopWaiting()
      return open
    })
    return {
      sequence: open.entry.sequence,
      progress: (heard) => open.entry.progress(heard),
      conclude: (outcome) => this.#requestEnded(listening, open, outcome),
    }
  }

  /** Whether a request of this listening would write no intent of its own. */
  isOpen(key: ListeningKey): boolean {
    return (this.#all.get(nameOf(key))?.open ?? null) !== null
  }

  /**
   * Takes a report of all that was heard so far. Resolves with how much that is in milliseconds, once it is
   * durable or due to be within 15 seconds; null when there is no such listening. Rejects when it cannot be written.
   */
  async report(
    key: ListeningKey,
    heard: readonly Interval[],
    ended: boolean,
  ): Promise<number | null> {
    const listening = this.#all.get(nameOf(key))
    if (!listening?.begun) return null
    const news = without(joined(heard), listening.before)
    if (listening.open === null && news.length === 0) return lengthMs(listening.before)
    const { allMs, written } = await this.#opened(listening, listening.intend, (open) => {
      open.heard = joined([...open.heard, ...news])
      this.#wait(listening, open)
      return {
        allMs: lengthMs(joined([...listening.before, ...open.heard])),
        written: ended ? this.#end(listening, open) : this.#progress(open),
      }
    })
    await written
    return allMs
  }

  /** Closes whatever is open, as broken off. */
  async closeAll(): Promise<void> {
    const closing = [...this.#all.values()].map(async (listening) => {
      await listening.opening?.catch(() => null)
      if (listening.open !== null) await this.#close(listening, listening.open, 'aborted')
    })
    await Promise.all(closing)
  }

  #remembered(key: ListeningKey, intend: () => Promise<Entry>): Listening {
    const name = nameOf(key)
    const listening = this.#all.get(name) ?? {
      intend,
      open: null,
      opening: null,
      begun: false,
      before: [],
    }
    this.#all.delete(name)
    this.#all.set(name, listening)
    for (const [other, { open, opening }] of this.#all) {
      if (this.#all.size <= MOST_REMEMBERED) break
      if (open === null && opening === null && other !== name) this.#all.delete(other)
    }
    return listening
  }

  /** Calls `use` with the open entry, else with a new one, and sees to it that nobody closes it in between. */
  async #opened<T>(
    listening: Listening,
    intend: () => Promise<Entry>,
    use: (open: Open) => T,
  ): Promise<T> {
    while (listening.open === null) {
      listening.opening ??= intend()
        .then((entry) => {
          listening.open = newlyOpen(entry, this.#clock.nowMs())
          listening.begun = true
          this.#wait(listening, listening.open)
        })
        .finally(() => {
          listening.opening = null
        })
      await listening.opening
    }
    return use(listening.open)
  }

  async #requestEnded(listening: Listening, open: Open, outcome: Outcome): Promise<void> {
    const { status, problem, bytes = 0, upstream = [], whose } = outcome
    open.requests -= 1
    open.bytes += bytes
    open.upstream.push(...upstream)
    if (whose !== undefined) open.whose = whose
    if (problem !== 'aborted') {
      open.status = status
      open.problem = problem
    }
    if (open.requests > 0) return
    // Nothing came of it: the next request is another try, with an intent of its own.
    const failed = problem !== undefined && problem !== 'aborted' && open.bytes === 0
    if (open.ended || failed) await this.#close(listening, open)
    else this.#wait(listening, open)
  }

  async #end(listening: Listening, open: Open): Promise<void> {
    open.ended = true
    if (open.requests === 0) return this.#close(listening, open)
    open.stopWaiting()
    open.stopWaiting = this.#clock.after(LAST_BYTES_MS, () => {
      this.#close(listening, open).catch(this.#failed)
    })
    await this.#progress(open, true)
  }

  #wait(listening: Listening, open: Open): void {
    open.stopWaiting()
    if (open.requests > 0 || open.ended) return
    open.stopWaiting = this.#clock.after(IDLE_MS, () => {
      this.#close(listening, open, 'aborted').catch(this.#failed)
    })
  }

  /** Writes what is new now, or when the fifteen seconds are over. */
  async #progress(open: Open, atOnce = false): Promise<void> {
    const heardMs = lengthMs(open.heard)
    if (heardMs === open.toldMs) return
    const dueMs = open.toldAtMs + PROGRESS_MS - this.#clock.nowMs()
    open.stopProgress()
    if (dueMs > 0 && !atOnce) {
      open.stopProgress = this.#clock.after(dueMs, () => {
        this.#progress(open, true).catch(this.#failed)
      })
      return
    }
    const told = { ms: open.toldMs, atMs: open.toldAtMs }
    open.toldMs = heardMs
    open.toldAtMs = this.#clock.nowMs()
    try {
      await open.entry.progress(open.heard)
    } catch (error) {
      open.toldMs = told.ms
      open.toldAtMs = told.atMs
      throw error
    }
  }

  async #close(listening: Listening, open: Open, problem = open.problem): Promise<void> {
    if (listening.open !== open) return
    listening.open = null
    listening.before = joined([...listening.before, ...open.heard])
    open.stopProgress()
    open.stopWaiting()
    await open.entry.conclude(outcomeOf(open, problem))
  }
}

const nameOf = ({ listening, sessionId, recordingId }: ListeningKey) =>
  `${sessionId} ${recordingId} ${listening}`
