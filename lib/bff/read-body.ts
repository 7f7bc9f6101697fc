import { Problem } from '@/lib/problem/problem'

/** A search with a thousand values in each of its fields fits; nothing we take is larger. */
export const MAX_BODY_BYTES = 256 * 1024

/**
 * The JSON in a request's body, read no further than the limit.
 * @throws Problem `invalid-request`
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw unreadable('The body must be JSON (Content-Type: application/json).')
  const bytes = await readLimited(request)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw unreadable('The body is not UTF-8 text.', cause)
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    // The parser's own message quotes the body.
    throw unreadable('The body is not JSON.', cause instanceof Error ? cause.name : undefined)
  }
}

async function readLimited(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BODY_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const tooLarge = () => unreadable(`The body is larger than ${MAX_BODY_BYTES / 1024} kB.`)

function unreadable(message: string, cause?: unknown): Problem {
  return new Problem('invalid-request', message, { issues: [{ path: '', message }], cause })
}
