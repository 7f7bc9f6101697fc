import type { Clock } from './clock'
import type { Figures } from './figures'
import { Recent } from './recent'

/** Keeps repetitions a small share of calls, so that a failing Focus is not given more to do. */
export class RetryBudget {
  readonly #figures: Figures['retryBudget']
  readonly #calls: Recent
  readonly #retries: Recent

  constructor(clock: Clock, figures: Figures['retryBudget']) {
    this.#figures = figures
    this.#calls = new Recent(clock, figures.window)
    this.#retries = new Recent(clock, figures.window)
  }

  called(): void {
    this.#calls.add()
  }

  /** Whether one more repetition may be made; counts it when it may. */
  spend(): boolean {
    const { share, perSecond, window } = this.#figures
    const allowed = this.#calls.count * share + (perSecond * window) / 1000
    if (this.#retries.count + 1 > allowed) return false
    this.#retries.add()
    return true
  }
}

/** Full jitter: anywhere between nothing and the exponential step, so that many do not come back as one. */
export function backoffMs(
  random: () => number,
  figures: { base: number; cap: number },
  attempt: number,
): number {
  return random() * Math.min(figures.cap, figures.base * 2 ** (attempt - 1))
}
