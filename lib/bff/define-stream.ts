import 'server-only'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import { gateHeaders } from './answer'
import { countBytes } from './count-bytes'
import {
  type Arriving,
  type GateInput,
  type GateParts,
  type RouteHandler,
  throughGate,
} from './gate'

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
  arriving?: Arriving<E>,
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
      return new Response(countBytes(body, status, record, input.signal), { status, headers: out })
    },
    parts,
    arriving,
  )
}
