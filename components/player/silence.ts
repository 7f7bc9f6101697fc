/** A stretch of the media, in milliseconds from its start. */
export type Stretch = { startMs: number; endMs: number }

/** Kept at either edge of a silence that is skipped, so that no word is clipped. */
export const SILENCE_EDGE_MS = 300

/**
 * Where to go on when silences are skipped: the end of the silence that `positionMs` stands in, less its edge.
 * Null when there is nothing to skip. `silences` are in order and do not overlap.
 */
export function skipTarget(silences: readonly Stretch[], positionMs: number): number | null {
  let low = 0
  let high = silences.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const silence = silences[middle]
    if (silence === undefined) return null
    if (positionMs < silence.startMs) high = middle - 1
    else if (positionMs >= silence.endMs) low = middle + 1
    else {
      const target = silence.endMs - SILENCE_EDGE_MS
      return positionMs >= silence.startMs + SILENCE_EDGE_MS &&
        target - positionMs > SILENCE_EDGE_MS
        ? target
        : null
    }
  }
  return null
}

/** What of a silence is skipped, for marking it; null when it is too short to skip. */
export function skippedPart(silence: Stretch): Stretch | null {
  const startMs = silence.startMs + SILENCE_EDGE_MS
  const endMs = silence.endMs - SILENCE_EDGE_MS
  return endMs - startMs > SILENCE_EDGE_MS ? { startMs, endMs } : null
}

/** How much of what lies from `positionMs` on is skipped, in milliseconds. */
export function skippedAheadMs(silences: readonly Stretch[], positionMs: number): number {
  let sum = 0
  for (const silence of silences) {
    const part = skippedPart(silence)
    if (part !== null && part.endMs > positionMs) {
      sum += part.endMs - Math.max(part.startMs, positionMs)
    }
  }
  return sum
}
