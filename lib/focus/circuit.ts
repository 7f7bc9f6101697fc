import { Problem } from '@/lib/problem/problem'
import type { Clock } from './clock'
import type { Figures } from './figures'
import { Recent } from './recent'

/** What a call tells the circuit when it is over; a caller who left says nothing of Focus's health. */
export type Verdict = 'alive' | 'failed' | 'unknown'

/** A call let through. */
export type Permit = { readonly trial: boolean; end(verdict: Verdict): void }

/**
 * Stops asking while Focus fails: half of at least twenty calls within the window open it, then one
 * call at a time tries. Ours rather than cockatiel's, whose breaker reads the wall clock and takes a trial
 * that its caller gave up for a success.
 */
export class Circuit {
  readonly #clock: Clock
  readonly #figures: Figures['circuit']
  readonly #calls: Recent
  readonly #failures: Recent
  #openUntil: number | null = null
  #openMs: number
  #trying = false
  /** Calls let through before it last changed no longer count. */
  #era = 0

  constructor(clock: Clock, figures: Figures['circuit']) {
    this.#clock = clock
    this.#figures = figures
    this.#calls = new Recent(clock, figures.window)
    this.#failures = new Recent(clock, figures.window)
    this.#openMs = figures.open
  }

  get state(): 'closed' | 'open' | 'half-open' {
    if (this.#openUntil === null) return 'closed'
    return this.#clock.now() < this.#openUntil ? 'open' : 'half-open'
  }

  /** When it lets the next trial through, in milliseconds since 1970; null unless open. */
  get reopensAt(): number | null {
    return this.state === 'open' ? this.#openUntil : null
  }

  /** @throws Problem `upstream-unavailable` at once while it is open or another call tries */
  enter(): Permit {
    const trial = this.state === 'half-open'
    if (this.state === 'open' || this.#trying) throw this.#refusal()
    this.#trying = trial
    const era = this.#era
    let over = false
    return {
      trial,
      end: (verdict) => {
        if (over || era !== this.#era) return
        over = true
        if (trial) this.#endTrial(verdict)
        else this.record(verdict)
      },
    }
  }

  /** Counts a call that needed no permit. */
  record(verdict: Verdict): void {
    if (verdict === 'unknown' || this.#openUntil !== null) return
    this.#calls.add()
    if (verdict === 'failed') this.#failures.add()
    const calls = this.#calls.count
    if (calls >= this.#figures.leastCalls && this.#failures.count >= calls * this.#figures.share)
      this.#open(this.#figures.open)
  }

  #endTrial(verdict: Verdict): void {
    this.#trying = false
    if (verdict === 'failed') this.#open(Math.min(this.#openMs * 2, this.#figures.longestOpen))
    if (verdict !== 'alive') return
    this.#openUntil = null
    this.#turnOver()
  }

  #open(ms: number): void {
    this.#openMs = ms
    this.#openUntil = this.#clock.now() + ms
    this.#turnOver()
  }

  #turnOver(): void {
    this.#era += 1
    this.#calls.clear()
    this.#failures.clear()
  }

  #refusal(): Problem {
    const waitMs = (this.#openUntil ?? 0) - this.#clock.now()
    return new Problem(
      'upstream-unavailable',
      'Focus fails at present and is left alone a while.',
      {
        retryAfterSec: Math.max(1, Math.ceil(waitMs / 1000)),
      },
    )
  }
}
