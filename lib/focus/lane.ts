import { Problem } from '@/lib/problem/problem'
import type { Clock } from './clock'
import type { Figures } from './figures'
import type { Scope } from './scope'

/** How many calls of one sort are in flight at once; the others queue, for a short while. */
export class CallLane {
  readonly #clock: Clock
  readonly #limit: number
  readonly #queueFigures: Figures['queue']
  readonly #waiting = new Set<() => void>()
  inFlight = 0

  constructor(clock: Clock, limit: number, queue: Figures['queue']) {
    this.#clock = clock
    this.#limit = limit
    this.#queueFigures = queue
  }

  get queued(): number {
    return this.#waiting.size
  }

  /**
   * Resolves to what gives the place back; calling that twice does nothing more.
   * @throws Problem `rate-limited` when the queue is full or the wait too long
   */
  async enter(scope: Scope): Promise<() => void> {
    if (this.inFlight < this.#limit) this.inFlight += 1
    else await this.#queue(scope)
    let inside = true
    return () => {
      if (inside) this.#leave()
      inside = false
    }
  }

  /** Hands the place to the first in the queue, so that nobody overtakes. */
  #leave(): void {
    const [first] = this.#waiting
    if (first) first()
    else this.inFlight -= 1
  }

  #queue(scope: Scope): Promise<void> {
    scope.check()
    if (this.#waiting.size >= this.#queueFigures.length) throw tooMany()
    return new Promise((done, fail) => {
      const turn = () => {
        end()
        done()
      }
      const left = () => {
        end()
        fail(reasonOf(scope))
      }
      const cancel = this.#clock.timer(this.#queueFigures.wait, () => {
        end()
        fail(tooMany())
      })
      const end = () => {
        cancel()
        this.#waiting.delete(turn)
        scope.signal.removeEventListener('abort', left)
      }
      this.#waiting.add(turn)
      scope.signal.addEventListener('abort', left)
    })
  }
}

function tooMany(): Problem {
  return new Problem('rate-limited', 'Too many requests to Focus are under way.', {
    retryAfterSec: 2,
  })
}

function reasonOf(scope: Scope): unknown {
  try {
    scope.check()
    return tooMany()
  } catch (reason) {
    return reason
  }
}
