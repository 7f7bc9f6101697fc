import { type Clock, pauseFor } from '@/lib/focus/clock'

/**
 * Does the work of each item, so many at once, and hands over what came of them as it comes, in lists; an empty list
 * every `tickMs` in which nothing came. Items are asked for only when a place is free. A failure, of an item or of the
 * items themselves, is thrown when everything already begun is over and handed over.
 */
export async function* fanOut<T, R>(
  items: AsyncIterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>,
  clock: Clock,
  tickMs: number,
): AsyncGenerator<R[]> {
  const source = items[Symbol.asyncIterator]()
  const over = new AbortController()
  let came: R[] = []
  let failure: { reason: unknown } | null = null
  let busy = atOnce
  let wake = new AbortController()

  const worker = async () => {
    try {
      while (failure === null && !over.signal.aborted) {
        const { done, value } = await source.next()
        if (done === true) break
        const result = await work(value)
        came.push(result)
        wake.abort()
      }
    } catch (reason) {
      failure ??= { reason }
    }
    busy -= 1
    wake.abort()
  }
  for (let place = 0; place < atOnce; place += 1) void worker()

  try {
    for (;;) {
      if (came.length > 0) {
        const list = came
        came = []
        yield list
      } else if (busy === 0) {
        if (failure !== null) throw (failure as { reason: unknown }).reason // set by a worker meanwhile
        return
      } else {
        wake = new AbortController()
        await pauseFor(clock, tickMs, wake.signal)
        if (!wake.signal.aborted) yield []
      }
    }
  } finally {
    over.abort()
  }
}
