/** Time as the client sees it; a test gives its own. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs once after so many milliseconds, unless what it returns is called before. */
  timer(ms: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: Date.now,
  timer(ms, run) {
    const handle = setTimeout(run, ms)
    return () => clearTimeout(handle)
  },
}

/** Resolves after so many milliseconds, or at once when the signal is aborted: look at it afterwards. */
export function pauseFor(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted || ms <= 0) return done()
    const finish = () => {
      cancel()
      signal.removeEventListener('abort', finish)
      done()
    }
    const cancel = clock.timer(ms, finish)
    signal.addEventListener('abort', finish)
  })
}

export const toInstant = (ms: number): string => new Date(ms).toISOString()
