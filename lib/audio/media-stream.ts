import { Problem } from '@/lib/problem/problem'
import type { MediaView } from './media-view'

const FIRST_CHUNK = 64 * 1024
const CHUNK = 256 * 1024

/**
 * A view's bytes from `start` to `end` (to the end of the media when null) as a stream that reads only when
 * asked, one chunk ahead. A media that ends before `end` errors the stream: it never looks whole. `done` is
 * called once, when the last byte was handed over, the reader left, or the stream failed.
 */
export function mediaStream(options: {
  view: MediaView
  start: number
  end: number | null
  signal: AbortSignal
  done: () => void
}): ReadableStream<Uint8Array> {
  const { view, start, end, signal, done } = options
  const gone = new AbortController()
  let at = start
  let over = false
  const finish = () => {
    if (over) return
    over = true
    signal.removeEventListener('abort', leave)
    gone.abort()
    done()
  }
  const leave = () => finish()
  signal.addEventListener('abort', leave, { once: true })
  if (signal.aborted) finish()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        gone.signal.throwIfAborted()
        const size = at === start ? FIRST_CHUNK : CHUNK
        const wanted = end === null ? size : Math.min(size, end - at)
        const chunk = wanted > 0 ? await view.read(at, wanted, gone.signal) : null
        if (chunk === null || chunk.length === 0) {
          if (end !== null && at < end) {
            throw new Problem('upstream-unavailable', 'The media ended before it was whole.')
          }
          finish()
          controller.close()
          return
        }
        at += chunk.length
        controller.enqueue(chunk)
        if (end !== null && at >= end) {
          finish()
          controller.close()
        }
      } catch (cause) {
        finish()
        controller.error(cause)
      }
    },
    cancel: finish,
  })
}
