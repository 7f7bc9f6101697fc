/** Time as this room needs it, so that tests can turn the hands. */
export type Clock = {
  /** Milliseconds, monotonic. */
  now(): number
  /** Runs once after `ms`; the returned function calls it off. */
  after(ms: number, run: () => void): () => void
}

/** Timers are this late on an idle machine already. */
const USUALLY_LATE_MS = 20

/**
 * The real clock. Its timers never keep the process alive. After a stall a timer is due before the requests that came
 * meanwhile have been seen; it then waits as long again as it was late (`ms` at most), so that they are heard first.
 */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const due = performance.now() + ms
    let timer = setTimeout(() => {
      const lateMs = performance.now() - due
      if (lateMs <= USUALLY_LATE_MS) return run()
      timer = setTimeout(run, Math.min(lateMs, ms))
      timer.unref()
    }, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
