/** A bucket of `perSecond` calls that fills again at the same rate. */
export function makeRateLimit(perSecond: number, clock: () => number) {
  let left = perSecond
  let lastMs = clock()
  return {
    /** Takes one call; seconds to wait when there is none left, else null. */
    take(): number | null {
      const nowMs = clock()
      left = Math.min(perSecond, left + ((nowMs - lastMs) / 1000) * perSecond)
      lastMs = nowMs
      if (left >= 1) {
        left -= 1
        return null
      }
      return Math.max(1, Math.ceil((1 - left) / perSecond))
    },
  }
}
