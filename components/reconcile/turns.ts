/** So long one thing goes on before others get their turn. */
const TURN_MS = 30

/** For long work in a worker: wait for it now and then, and what arrived meanwhile is answered first. */
export function turnTaker(): () => Promise<void> {
  let sinceMs = performance.now()
  return async () => {
    if (performance.now() - sinceMs < TURN_MS) return
    await new Promise((resolve) => setTimeout(resolve, 0))
    sinceMs = performance.now()
  }
}
