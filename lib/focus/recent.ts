import type { Clock } from './clock'

/** Counts over the last while, in twenty steps: bounded however many are counted. */
export class Recent {
  readonly #clock: Clock
  readonly #stepMs: number
  readonly #steps = new Map<number, number>()

  constructor(clock: Clock, windowMs: number) {
    this.#clock = clock
    this.#stepMs = windowMs / 20
  }

  add(): void {
    const step = this.#step()
    this.#steps.set(step, (this.#steps.get(step) ?? 0) + 1)
  }

  get count(): number {
    const oldest = this.#step() - 20
    let sum = 0
    for (const [step, count] of this.#steps)
      if (step > oldest) sum += count
      else this.#steps.delete(step)
    return sum
  }

  clear(): void {
    this.#steps.clear()
  }

  #step(): number {
    return Math.floor(this.#clock.now() / this.#stepMs)
  }
}
