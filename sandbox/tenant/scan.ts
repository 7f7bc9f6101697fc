const ROWS_A_SLICE = 20_000
const CONVERSATION_COST = 200

/** A search through the rows, newest first, which stops when enough are found and goes on when more are asked. */
export type Scan = {
  /** Goes on until `wanted` rows are found or none is left. Rejects when the signal aborts. */
  until(wanted: number, signal: AbortSignal): Promise<void>
  /** The row at a place among the matches, newest first. */
  at(place: number): number
  found(): number
  isDone(): boolean
}

/**
 * Scans indexes from `last` down to `first`. Gives the event loop a turn between slices, so that a long
 * search holds up nobody else.
 */
export function makeScan(
  first: number,
  last: number,
  matches: (index: number) => boolean,
  conversationsRead: () => number,
): Scan {
  let matched = new Int32Array(256)
  let count = 0
  let next = last

  const slice = (wanted: number) => {
    let left = ROWS_A_SLICE
    let read = conversationsRead()
    while (left > 0 && next >= first && count < wanted) {
      if (matches(next)) {
        if (count === matched.length) {
          const larger = new Int32Array(matched.length * 2)
          larger.set(matched)
          matched = larger
        }
        matched[count] = next
        count += 1
      }
      next -= 1
      const readNow = conversationsRead()
      left -= 1 + (readNow - read) * CONVERSATION_COST
      read = readNow
    }
  }

  return {
    async until(wanted, signal) {
      while (next >= first && count < wanted) {
        signal.throwIfAborted()
        slice(wanted)
        if (next >= first && count < wanted) await new Promise((resolve) => setImmediate(resolve))
      }
    },
    at: (place) => matched[place] ?? -1,
    found: () => count,
    isDone: () => next < first,
  }
}
