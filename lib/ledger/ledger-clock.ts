import { performance } from 'node:perf_hooks'
import type { EntryTime } from './leaf'

/** The server's two clocks. */
export type Clock = {
  /** Milliseconds since 1970, UTC; may step in either direction. */
  nowMs(): number
  /** Milliseconds since some moment; only goes forward. */
  monotonicMs(): number
}

/** Calls back once; the answer calls it off. */
export type Timers = { after(ms: number, call: () => void): () => void }

export const SYSTEM_CLOCK: Clock = { nowMs: Date.now, monotonicMs: () => performance.now() }

export const SYSTEM_TIMERS: Timers = {
  after(ms, call) {
    const timer = setTimeout(call, ms)
    // What is done now and then keeps no process running; an entry on its way does.
    if (ms >= 1_000) timer.unref()
    return () => clearTimeout(timer)
  },
}

const STEP_MS = 5_000

/** The times that entries get: never before the last one, with every step of the server's clock told. */
export class LedgerClock {
  #last: { nowMs: number; monotonicMs: number } | null = null
  #behindTold = false

  constructor(private readonly clock: Clock) {}

  /** For the next entry, after one of `lastMs`. Remembers its reading: ask once for each batch. */
  read(lastMs: number): EntryTime {
    const nowMs = Math.round(this.clock.nowMs())
    const monotonicMs = this.clock.monotonicMs()
    const last = this.#last
    this.#last = { nowMs, monotonicMs }
    const timeMs = Math.max(nowMs, lastMs)
    const behind = lastMs - nowMs > STEP_MS
    // Against this process's own earlier reading; before it has one, against the ledger's last word.
    const stepMs =
      last !== null
        ? Math.round(nowMs - last.nowMs - (monotonicMs - last.monotonicMs))
        : behind
          ? nowMs - lastMs
          : 0
    const stepped = Math.abs(stepMs) > STEP_MS
    const tell = stepped || (behind && !this.#behindTold)
    this.#behindTold = behind
    if (!tell) return { timeMs }
    const reading = new Date(nowMs).toISOString()
    return { timeMs, clock: { stepMs: stepped ? stepMs : nowMs - lastMs, reading } }
  }
}
