import { Agent } from 'undici'

export type TransportRequest = {
  method: 'GET' | 'POST'
  url: string
  token: string | null
  /** JSON text; null for none. */
  body: string | null
  accept: string
  signal: AbortSignal
}

export type TransportReply = {
  status: number
  header(name: string): string | undefined
  body: AsyncIterable<Uint8Array>
  /** Ends the connection, whatever is still to come. */
  destroy(): void
  /** Lets a short body nobody wants run out, so that the connection can be kept. */
  discard(): void
}

/** Sends one request and resolves with the head of the reply; rejects when the connection breaks before. */
export type Transport = (request: TransportRequest) => Promise<TransportReply>

/** A pool of kept connections. Follows no redirect, decodes nothing; deadlines are the caller's. */
export function createTransport(): Transport {
  const agent = new Agent({
    connections: 64,
    keepAliveTimeout: 30_000,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: 10_000 },
  })
  return async ({ method, url, token, body, accept, signal }) => {
    const { origin, pathname, search } = new URL(url)
    const reply = await agent.request({
      origin,
      path: pathname + search,
      method,
      body,
      signal,
      headers: {
        accept,
        'accept-encoding': 'identity',
        'user-agent': 'FocusConsole',
        ...(body !== null && { 'content-type': 'application/json' }),
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
    })
    // A body that is destroyed before it is read reports that as an error, which is nobody's concern.
    reply.body.on('error', () => {})
    return {
      status: reply.statusCode,
      header: (name) => {
        const value = reply.headers[name]
        return Array.isArray(value) ? value[0] : value
      },
      body: reply.body,
      destroy: () => reply.body.destroy(),
      discard: () => {
        reply.body.dump({ limit: 64 * 1024 }).catch(() => {}) // it ended early, which is as good
      },
    }
  }
}

/** The whole body as JSON; undefined when it is longer than allowed or not JSON. */
export async function readJson(reply: TransportReply, mostBytes: number): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of reply.body) {
    size += chunk.byteLength
    if (size > mostBytes) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(
      Buffer.concat(chunks)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    )
  } catch {
    return undefined
  }
}
