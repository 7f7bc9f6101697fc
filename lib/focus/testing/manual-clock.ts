import type { Clock } from '../clock'

/** Time that passes when told to. */
export class ManualClock implements Clock {
  #now: number
  #timers: { at: number; run: () => void }[] = []

  constructor(startMs = Date.UTC(2026, 10, 23, 12)) {
    this.#now = startMs
  }

  now(): number {
    return this.#now
  }

  timer(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** Lets so much time pass, running what falls due in order, and what follows from each. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms
    await settle()
    for (;;) {
      const next = this.#timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#timers = this.#timers.filter((timer) => timer !== next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
      await settle()
    }
    this.#now = until
    await settle()
  }
}

/** Lets promises that are due run on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setImmediate(done))
}
