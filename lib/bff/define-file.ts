import 'server-only'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import { gateHeaders } from './answer'
import { countBytes } from './count-bytes'
import { type GateInput, type GateParts, type RouteHandler, throughGate } from './gate'

/** A file to keep. Of `headers` only the allow-list goes out. */
export type FileAnswer = {
  status: number
  headers: Record<string, string>
  body: ReadableStream<Uint8Array> | null
  /** As the reader finds it in their folder; any script. */
  fileName: string
  contentType: string
}

const PASSED_ON = new Set([
  'content-length',
  'content-range',
  'accept-ranges',
  'etag',
  'last-modified',
  'x-media-size',
])
/** RFC 9110 media type, parameters included; anything else goes out as bytes of no type. */
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+(\s*;\s*[\w.+-]+=("[^"\r\n]*"|[\w.+-]+))*$/

/**
 * A route that answers a file which the browser saves and never shows. A reader who leaves cancels the body;
 * the ledger's outcome is written when the last byte went out, with their number.
 */
export function defineFile<E extends ApiEndpoint & { readonly file: true }>(
  endpoint: E,
  handle: (input: GateInput<E>) => Promise<FileAnswer> | FileAnswer,
  parts?: GateParts,
): RouteHandler {
  return throughGate(
    endpoint,
    async (input, record) => {
      const { status, headers, body, fileName, contentType } = await handle(input)
      const passed = Object.entries(headers).filter(([name]) => PASSED_ON.has(name.toLowerCase()))
      const out = gateHeaders(input.requestId, passed)
      const typed = MEDIA_TYPE.test(contentType)
      out.set('Content-Type', typed ? contentType : 'application/octet-stream')
      out.set('Content-Disposition', attachment(fileName))
      if (body === null) return new Response(null, { status, headers: out })
      return new Response(countBytes(body, status, record, input.signal), { status, headers: out })
    },
    parts,
  )
}

/**
 * The header that names a file to keep: RFC 6266, with RFC 8187's form for names beyond ASCII. What no file
 * system takes (slashes, control characters) becomes a hyphen.
 */
export function attachment(fileName: string): string {
  const safe =
    [...fileName.replace(/[\p{Cc}\p{Cs}/\\:*?"<>|]/gu, '-')].slice(0, 200).join('') || 'file'
  const ascii = safe.replace(/[^\x20-\x7e]|%/g, '_')
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
