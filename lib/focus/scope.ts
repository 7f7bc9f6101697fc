import type { Clock } from './clock'
import { lateProblem, leftProblem } from './failure'

/** The life of one call: it ends when its caller leaves or its deadline passes, and Focus sees that at once. */
export class Scope {
  readonly #controller = new AbortController()
  readonly #clock: Clock
  readonly #caller: AbortSignal | null
  #cancelTimer: () => void = () => {}
  #late = false
  /** When the deadline passes, in milliseconds since 1970. */
  deadlineAt = Number.POSITIVE_INFINITY

  constructor(clock: Clock, caller: AbortSignal | null, deadlineMs: number) {
    this.#clock = clock
    this.#caller = caller
    this.arm(deadlineMs)
    if (caller?.aborted) this.#leave()
    else caller?.addEventListener('abort', this.#leave)
  }

  readonly #leave = () => this.#controller.abort()

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Whether the deadline ended it, rather than the caller. */
  get late(): boolean {
    return this.#late
  }

  /** Sets the deadline anew, counted from now. */
  arm(ms: number): void {
    this.disarm()
    this.deadlineAt = this.#clock.now() + ms
    this.#cancelTimer = this.#clock.timer(ms, () => {
      this.#late = true
      this.#controller.abort()
    })
  }

  disarm(): void {
    this.#cancelTimer()
    this.deadlineAt = Number.POSITIVE_INFINITY
  }

  /** @throws Problem `upstream-timeout` after the deadline; `upstream-unavailable` when the caller left */
  check(): void {
    if (this.signal.aborted) throw this.#late ? lateProblem() : leftProblem()
  }

  /** The promise, or the end of this scope, whichever is first; what the promise waits for goes on. */
  race<T>(promise: Promise<T>): Promise<T> {
    return new Promise((done, fail) => {
      const end = () => fail(this.#late ? lateProblem() : leftProblem())
      if (this.signal.aborted) end()
      this.signal.addEventListener('abort', end, { once: true })
      promise.then(done, fail).finally(() => this.signal.removeEventListener('abort', end))
    })
  }

  close(): void {
    this.disarm()
    this.#caller?.removeEventListener('abort', this.#leave)
  }
}
