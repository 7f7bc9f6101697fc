import 'server-only'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import { Problem } from '@/lib/problem/problem'
import { CLIENT_LEFT, gateHeaders } from './answer'
import { type GateInput, type GateParts, type RouteHandler, throughGate } from './gate'
import type { RequestRecord } from './request-record'

/** Bytes to answer with. Of `headers` only the allow-list goes out. */
export type StreamAnswer = {
  status: number
  headers: Record<string, string>
  body: ReadableStream<Uint8Array> | null
}

const PASSED_ON = new Set([
  'content-type',
  'content-length',
  'content-range',
  'accept-ranges',
  'x-media-size',
])
/** A type that a browser would run as a page never goes out as one. */
const MEDIA_TYPE = /^(audio|video)\/[\w.+-]+(\s*;.*)?$/i

/**
 * A route that answers bytes. A reader who leaves cancels the body; the log line and the ledger's outcome are
 * written when the last byte went out, with their number.
 */
export function defineStream<E extends ApiEndpoint & { readonly media: true }>(
  endpoint: E,
  handle: (input: GateInput<E>) => Promise<StreamAnswer>,
  parts?: GateParts,
): RouteHandler {
  return throughGate(
    endpoint,
    async (input, record) => {
      const { status, headers, body } = await handle(input)
      const passed = Object.entries(headers).filter(([name]) => PASSED_ON.has(name.toLowerCase()))
      const out = gateHeaders(input.requestId, passed)
      if (!MEDIA_TYPE.test(out.get('content-type') ?? ''))
        out.set('Content-Type', 'application/octet-stream')
      if (body === null) return new Response(null, { status, headers: out })
      record.streaming = true
      return new Response(counted(body, status, record, input.signal), { status, headers: out })
    },
    parts,
  )
}

function counted(
  body: ReadableStream<Uint8Array>,
  status: number,
  record: RequestRecord,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let bytes = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (done) {
            controller.close()
            await record.end(status, undefined, undefined, bytes)
          } else {
            bytes += value.byteLength
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
