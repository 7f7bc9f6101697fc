import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { Problem } from '@/lib/problem/problem'
import { toProblemBody } from '@/lib/problem/problem-json'
import { apiLines } from './api-lines'

const ENDPOINT = {
  method: 'POST',
  path: '/api/numbers/{id}',
  summary: 'Numbers, line by line',
  permission: 'public',
  params: z.object({ id: z.string() }),
  body: z.object({ upTo: z.number() }),
  lines: z.discriminatedUnion('type', [
    z.object({ type: z.literal('number'), value: z.number() }),
    z.object({ type: z.literal('end') }),
    z.object({ type: z.literal('problem'), problem: z.unknown() }),
  ]),
} as const

type Answer = (request: IncomingMessage, response: ServerResponse) => void
let answer: Answer = () => undefined
let server: Server

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server has one
  const real = globalThis.fetch
  // A page's addresses are relative to its origin; Node's fetch has none.
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    real(`http://127.0.0.1:${port}${path}`, init),
  )
})

afterAll(() => {
  vi.unstubAllGlobals()
  server.closeAllConnections()
  server.close()
})

beforeEach(() => {
  answer = () => undefined
})

const line = (value: unknown) => `${JSON.stringify(value)}\n`
const number = (value: number) => line({ type: 'number', value })

async function collect(signal?: AbortSignal): Promise<{ lines: unknown[]; failure: unknown }> {
  const lines: unknown[] = []
  const input = { params: { id: 7 }, body: { upTo: 3 } }
  const failure = await apiLines(ENDPOINT, input, signal, (each) => lines.push(each)).then(
    () => null,
    (error: unknown) => error,
  )
  return { lines, failure }
}

describe('apiLines', () => {
  test('sends the body and hands over every line, however the bytes are cut', async () => {
    let seen: unknown
    answer = async (request, response) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      seen = [request.method, request.url, request.headers['x-focus-console'], JSON.parse(body)]
      const bytes = Buffer.from(
        `${number(1)}\n${number(2)}${line({ type: 'end', name: 'Łukasz' })}`,
        'utf8',
      )
      for (const byte of bytes) response.write(Buffer.of(byte))
      response.end()
    }
    const { lines, failure } = await collect()
    expect(failure).toBeNull()
    expect(seen).toEqual(['POST', '/api/numbers/7', '1', { upTo: 3 }])
    expect(lines).toEqual([
      { type: 'number', value: 1 },
      { type: 'number', value: 2 },
      { type: 'end' },
    ])
  })

  test('throws the problem of a problem line after the lines before it', async () => {
    answer = (_, response) => {
      const problem = toProblemBody(new Problem('rate-limited', 'Too many.'), 'r1')
      response.end(number(1) + line({ type: 'problem', problem }))
    }
    const { lines, failure } = await collect()
    expect(lines).toHaveLength(1)
    expect(failure).toMatchObject({ slug: 'rate-limited', message: 'Too many.', requestId: 'r1' })
  })

  test('throws the problem of an answer that is refused before its first line', async () => {
    answer = (_, response) => {
      response.writeHead(403)
      response.end(JSON.stringify(toProblemBody(new Problem('forbidden', 'Not you.'), 'r2')))
    }
    expect((await collect()).failure).toMatchObject({ slug: 'forbidden' })
  })

  test.each([
    ['an answer without an end line', number(1)],
    ['an end line that was cut off', number(1) + line({ type: 'end' }).slice(0, -1)],
    ['no line at all', ''],
  ])('%s is a lost connection', async (_, text) => {
    answer = (_request, response) => response.end(text)
    expect((await collect()).failure).toMatchObject({ slug: 'offline' })
  })

  test('a connection that breaks in mid-line is a lost connection', async () => {
    answer = (_, response) => {
      response.write(`${number(1)}{"type":`, () => response.destroy())
    }
    const { failure } = await collect()
    expect(failure).toMatchObject({ slug: 'offline' })
  })

  test.each(['{"type":"letter"}\n', 'no json\n'])(
    'a line of another contract is a stale client: %s',
    async (text) => {
      answer = (_, response) => response.end(text)
      expect((await collect()).failure).toMatchObject({ slug: 'stale-client' })
    },
  )

  test('many lines at once leave the page its turn', async () => {
    answer = (_, response) => response.end(number(1).repeat(20_000) + line({ type: 'end' }))
    let turns = 0
    const ticking = setInterval(() => {
      turns += 1
    }, 1)
    const { lines } = await collect()
    clearInterval(ticking)
    expect(lines).toHaveLength(20_001)
    expect(turns).toBeGreaterThan(0)
  })

  test('an abort rejects with its reason, and the server sees the reader go', async () => {
    const stop = new AbortController()
    const left = new Promise<void>((resolve) => {
      answer = (_, response) => {
        response.on('close', resolve)
        response.write(number(1))
      }
    })
    const lines: unknown[] = []
    const reason = new Error('enough')
    const running = apiLines(
      ENDPOINT,
      { params: { id: 7 }, body: { upTo: 3 } },
      stop.signal,
      (each) => {
        lines.push(each)
        stop.abort(reason)
      },
    )
    await expect(running).rejects.toBe(reason)
    await left
    expect(lines).toHaveLength(1)
  })
})
