const FREE_FAILURES = 5
const LONGEST_WAIT_MS = 5 * 60_000
const FORGET_MS = 15 * 60_000
const MOST_KEYS = 10_000
/** Everybody's attempts together: each costs a tenth of a second of scrypt. */
const ATTEMPTS_A_MINUTE = 60

type Failures = { count: number; lastMs: number }

/**
 * Slows password guessing down: after five failures for an address the wait doubles from one second to five
 * minutes; all attempts together are at most sixty a minute. Kept in memory: a restart forgets it. The
 * address of the caller is not used, because it can be invented where no proxy sets it.
 */
export class SignInThrottle {
  readonly #failures = new Map<string, Failures>()
  readonly #nowMs: () => number
  #recent: number[] = []

  constructor(nowMs: () => number = Date.now) {
    this.#nowMs = nowMs
  }

  /** Counts an attempt and says whether it may be made now. */
  admits(key: string): boolean {
    const now = this.#nowMs()
    this.#recent = this.#recent.filter((atMs) => atMs > now - 60_000)
    if (this.#recent.length >= ATTEMPTS_A_MINUTE) return false
    const failures = this.#failures.get(key)
    if (failures !== undefined && now < failures.lastMs + waitMs(failures.count)) return false
    this.#recent.push(now)
    return true
  }

  failed(key: string): void {
    const now = this.#nowMs()
    const before = this.#failures.get(key)
    const count = before !== undefined && now < before.lastMs + FORGET_MS ? before.count + 1 : 1
    // Deleting first keeps the map in order of last failure, so the oldest is the first to go.
    this.#failures.delete(key)
    this.#failures.set(key, { count, lastMs: now })
    const [oldest] = this.#failures.keys()
    if (this.#failures.size > MOST_KEYS && oldest !== undefined) this.#failures.delete(oldest)
  }

  succeeded(key: string): void {
    this.#failures.delete(key)
  }
}

function waitMs(failures: number): number {
  if (failures < FREE_FAILURES) return 0
  return Math.min(1000 * 2 ** (failures - FREE_FAILURES), LONGEST_WAIT_MS)
}
