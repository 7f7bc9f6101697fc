import { Problem } from '@/lib/problem/problem'
import { CLIENT_LEFT } from './answer'
import type { RequestRecord } from './request-record'

/**
 * The same bytes, with the request's record ended when the last went out, the reader left or the source failed.
 * A reader who leaves cancels the source.
 */
export function countBytes(
  body: ReadableStream<Uint8Array>,
  status: number,
  record: RequestRecord,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let bytes = 0
  record.streaming = true
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        record.stopSending = () => {
          controller.error(new Error('The server stops.'))
          reader.cancel().catch(() => {})
        }
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (done) {
            controller.close()
            await record.end(status, undefined, undefined, bytes)
          } else {
            bytes += value.byteLength
            record.bytes = bytes
            controller.enqueue(value)
          }
        } catch (cause) {
          controller.error(cause)
          if (signal.aborted) await record.end(CLIENT_LEFT, 'aborted', undefined, bytes)
          else await record.end(status, slugOf(cause), cause, bytes)
        }
      },
      async cancel(reason) {
        await record.end(CLIENT_LEFT, 'aborted', undefined, bytes)
        await reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}

const slugOf = (cause: unknown) => (cause instanceof Problem ? cause.slug : 'internal')
