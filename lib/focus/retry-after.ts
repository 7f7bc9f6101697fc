import { Problem } from '@/lib/problem/problem'
import { type Clock, pauseFor } from './clock'
import type { Scope } from './scope'

/** How long a `Retry-After` asks to wait (RFC 9110, 10.2.3: seconds or a date); null when it says nothing. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null
  const text = header.trim()
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  // Of the date forms all have a weekday; without one, Date.parse would take nonsense for a year.
  const at = /^[a-z]{3,9}[, ]/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs)
}

/** The wait that Focus asked for. It holds everyone. */
export class Pause {
  readonly #clock: Clock
  readonly #longestMs: number
  #until = 0

  constructor(clock: Clock, longestMs: number) {
    this.#clock = clock
    this.#longestMs = longestMs
  }

  /** When it ends, in milliseconds since 1970; null when there is none. */
  get until(): number | null {
    return this.#until > this.#clock.now() ? this.#until : null
  }

  extend(ms: number): void {
    this.#until = Math.max(this.#until, this.#clock.now() + Math.min(ms, this.#longestMs))
  }

  /**
   * Waits it out.
   * @throws Problem `rate-limited` at once, when it ends after the call's deadline
   */
  async pass(scope: Scope): Promise<void> {
    for (let until = this.until; until !== null; until = this.until) {
      const ms = until - this.#clock.now()
      if (until >= scope.deadlineAt) {
        const retryAfterSec = Math.ceil(ms / 1000)
        throw new Problem('rate-limited', `Focus asks for a pause of ${retryAfterSec} s.`, {
          retryAfterSec,
        })
      }
      await pauseFor(this.#clock, ms, scope.signal)
      scope.check()
    }
  }
}
