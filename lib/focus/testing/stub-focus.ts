import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type StubRequest = {
  path: string
  query: URLSearchParams
  body: unknown
  token: string | undefined
  /** Resolves when the connection of this request is gone. */
  closed: Promise<void>
}

/** Answers a request; `nth` counts the requests of its path from one. */
export type StubAnswer = (request: StubRequest, response: ServerResponse, nth: number) => void

export type StubFocus = {
  url: string
  /** Requests of a path so far. */
  count(path: string): number
  close(): Promise<void>
}

/**
 * A Focus that answers whatever a test wants, over real HTTP. Token exchanges are answered with
 * `token-1`, `token-2` … unless an answer for that path is given.
 */
export async function startStub(answers: Record<string, StubAnswer>): Promise<StubFocus> {
  const counts = new Map<string, number>()
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://stub')
    const path = url.pathname.replace(/^\/api/, '')
    const nth = (counts.get(path) ?? 0) + 1
    counts.set(path, nth)
    const closed = new Promise<void>((done) => response.once('close', done))
    const body = await bodyOf(request)
    const token = request.headers.authorization?.replace('Bearer ', '')
    const answer = answers[path]
    if (answer) answer({ path, query: url.searchParams, body, token, closed }, response, nth)
    else if (path === '/authWithApiKey') json(response, { token: `token-${nth}`, refreshToken: '' })
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // a listening server has one
  return {
    url: `http://127.0.0.1:${port}/api`,
    count: (path) => counts.get(path) ?? 0,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? null : JSON.parse(text)
}
