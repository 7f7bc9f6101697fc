import type { CallStatus } from '@/lib/contract/status'
import { Problem } from '@/lib/problem/problem'
import { type Clock, toInstant } from './clock'
import { FOCUS_CALL_NAMES, FOCUS_CALLS, type FocusCallName } from './endpoints'

const KEPT_DURATIONS = 50

type Seen = {
  calls: number
  failures: number
  unreadable: number
  lastStatus: number | null
  lastCallAt: number | null
  durationsMs: number[]
  right: CallStatus['rightState']
  missingUntil: number
}

/** What has been seen of each call since the server started, and which rights the service user lacks. */
export class CallRecord {
  readonly #clock: Clock
  readonly #missingMemoryMs: number
  readonly #seen = new Map<FocusCallName, Seen>()

  constructor(clock: Clock, missingMemoryMs: number) {
    this.#clock = clock
    this.#missingMemoryMs = missingMemoryMs
  }

  /** @throws Problem `right-missing` while a 403 of this call is remembered */
  checkRight(name: FocusCallName): void {
    if (this.#of(name).missingUntil > this.#clock.now()) throw rightMissing(name)
  }

  /** Notes one request to Focus. `status` is null when no answer came. */
  note(name: FocusCallName, startedAt: number, status: number | null, failed: boolean): void {
    const seen = this.#of(name)
    const now = this.#clock.now()
    seen.calls += 1
    if (failed) seen.failures += 1
    seen.lastStatus = status
    seen.lastCallAt = startedAt
    if (status === null) return
    seen.durationsMs = [...seen.durationsMs, now - startedAt].slice(-KEPT_DURATIONS)
    if (status >= 200 && status < 300) {
      seen.right = 'granted'
      seen.missingUntil = 0
    }
    if (status !== 403 || FOCUS_CALLS[name].right === null) return
    // A call that has just succeeded may be refused for one recording; refused again, it is the right.
    if (seen.right !== 'granted') seen.missingUntil = now + this.#missingMemoryMs
    seen.right = 'missing'
  }

  /** Notes replies, or rows of one, that could not be read. */
  noteUnreadable(name: FocusCallName, count: number): void {
    this.#of(name).unreadable += count
  }

  statuses(): CallStatus[] {
    return FOCUS_CALL_NAMES.map((name) => {
      const { calls, failures, unreadable, lastStatus, lastCallAt, durationsMs, right } =
        this.#of(name)
      const { method, path, right: needed } = FOCUS_CALLS[name]
      return {
        name,
        method,
        path,
        right: needed,
        rightState: right,
        calls,
        failures,
        unreadable,
        lastStatus,
        lastCallUtc: lastCallAt === null ? null : toInstant(lastCallAt),
        medianMs: median(durationsMs),
      }
    })
  }

  #of(name: FocusCallName): Seen {
    const seen = this.#seen.get(name)
    if (seen) return seen
    const fresh: Seen = {
      calls: 0,
      failures: 0,
      unreadable: 0,
      lastStatus: null,
      lastCallAt: null,
      durationsMs: [],
      right: 'unknown',
      missingUntil: 0,
    }
    this.#seen.set(name, fresh)
    return fresh
  }
}

export function rightMissing(name: FocusCallName): Problem {
  const right = FOCUS_CALLS[name].right ?? ''
  return new Problem('right-missing', `The service user lacks the Focus right ${right}.`, {
    missing: right,
  })
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}
