import { describe, expect, test } from 'vitest'
import { defineRoute } from '@/lib/bff/define-route'
import { defineStream } from '@/lib/bff/define-stream'
import type { GateParts } from '@/lib/bff/gate'
import { listenings } from '@/lib/bff/listening'
import { MAX_BODY_BYTES } from '@/lib/bff/read-body'
import { API } from '@/lib/contract/api'
import { ledger } from '@/lib/ledger/ledger'
import { Problem } from '@/lib/problem/problem'
import './gate-environment'
import { call, cookieOf, OWN } from './gate-request'

type Line = Record<string, unknown>

/** The gate with a log and a ledger that can be read. */
function observed(options: { ledgerFails?: boolean } = {}) {
  const lines: Line[] = []
  const entries: Line[] = []
  const write = (line: Line) => {
    lines.push(line)
  }
  const parts: GateParts = {
    // the gate logs objects alone
    log: { info: write, warn: write, error: write } as unknown as GateParts['log'],
    nowMs: Date.now,
    listenings,
    ledger: () => ({
      ...ledger(),
      async intend({ action, object }) {
        if (options.ledgerFails) throw new Error('disk full')
        entries.push({ action, ...object })
        return {
          sequence: entries.length - 1,
          async progress() {},
          async conclude(outcome) {
            entries.push({ ...outcome })
          },
        }
      },
      async record({ action, allowed, rule }) {
        if (options.ledgerFails) throw new Error('disk full')
        return entries.push({ action, allowed, rule }) - 1
      },
    }),
  }
  return { parts, lines, entries }
}

const search = { path: API.searchRecordings.path, method: 'POST' }
const audio = { path: API.getAudio.path, method: 'GET' }
const EMPTY_PAGE = { recordings: [], total: 0, nextOffset: null, unreadable: 0 }

describe('the gate', () => {
  test('answers what the contract names and nothing more, with one line and both entries', async () => {
    const { parts, lines, entries } = observed()
    const asked = { text: 'refund' }
    const answer = { ...EMPTY_PAGE, secret: 'not in the contract' }
    const handler = defineRoute(API.searchRecordings, () => answer, parts)
    const cookie = await cookieOf(['qa-reviewer'])
    const response = await call({ ...search, handler }, { cookie, body: JSON.stringify(asked) })
    expect(await response.json()).toEqual(EMPTY_PAGE)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(entries).toEqual([
      { action: 'search', kind: 'recordings', ids: [], query: expect.objectContaining(asked) },
      { status: 200 },
    ])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      method: 'POST',
      route: API.searchRecordings.path,
      status: 200,
    })
    expect(lines[0]?.requestId).toBe(response.headers.get('x-request-id'))
    expect(JSON.stringify(lines)).not.toMatch(/refund|Anna|persona-of-the-tests/)
  })

  test('asks nothing when the intent cannot be written', async () => {
    const { parts } = observed({ ledgerFails: true })
    let asked = 0
    const handler = defineRoute(
      API.searchRecordings,
      () => {
        asked += 1
        return EMPTY_PAGE
      },
      parts,
    )
    const response = await call({ ...search, handler }, { cookie: await cookieOf(['qa-reviewer']) })
    expect([response.status, (await response.json()).slug, asked]).toEqual([
      503,
      'ledger-unavailable',
      0,
    ])
  })

  test('answers `internal` for an answer that breaks the contract and for what it did not expect', async () => {
    const cookie = await cookieOf(['qa-reviewer'])
    const wrong = { ...EMPTY_PAGE, total: -1 }
    for (const answer of [() => wrong, () => Promise.reject(new Error('secret text'))]) {
      const { parts, lines, entries } = observed()
      const handler = defineRoute(API.searchRecordings, answer, parts)
      const response = await call({ ...search, handler }, { cookie })
      const text = await response.text()
      expect(response.status).toBe(500)
      expect(JSON.parse(text).slug).toBe('internal')
      expect(text).not.toContain('secret text')
      expect(lines[0]?.err).toBeInstanceOf(Error)
      expect(entries.at(-1)).toEqual({ status: 500, problem: 'internal' })
    }
  })

  test('passes a problem on with its pause, and an upstream refusal never signs out', async () => {
    const { parts } = observed()
    const handler = defineRoute(
      API.searchRecordings,
      () => Promise.reject(new Problem('rate-limited', 'Later.', { retryAfterSec: 1.2 })),
      parts,
    )
    const response = await call({ ...search, handler }, { cookie: await cookieOf(['qa-reviewer']) })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2'])
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  test.each([
    ['text that is not JSON', '{"text":', {}, ['']],
    ['another type', '{}', { 'content-type': 'text/plain' }, ['']],
    ['too much', `"${'x'.repeat(MAX_BODY_BYTES)}"`, {}, ['']],
    ['unknown fields', '{"serach":1,"start":{"form":2}}', {}, ['serach', 'start.form']],
    ['a wrong value', '{"start":{"from":"yesterday"},"limit":0}', {}, ['start.from', 'limit']],
  ])('marks %s at its field', async (_name, body, headers, paths) => {
    const { parts, entries } = observed()
    const handler = defineRoute(API.searchRecordings, () => EMPTY_PAGE, parts)
    const cookie = await cookieOf(['qa-reviewer'])
    const response = await call(
      { ...search, handler },
      { cookie, body, headers: { ...OWN, ...headers } },
    )
    const problem = await response.json()
    expect([response.status, problem.slug]).toEqual([400, 'invalid-request'])
    const found: string[] = problem.issues.map(({ path }: { path: string }) => path)
    expect(found.sort()).toEqual(paths.sort())
    expect(entries).toEqual([])
  })

  test('hands a reader’s leaving to the handler and logs it as aborted', async () => {
    const { parts, lines, entries } = observed()
    const handler = defineRoute(
      API.searchRecordings,
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
          leave.abort()
        }),
      parts,
    )
    const leave = new AbortController()
    const cookie = await cookieOf(['qa-reviewer'])
    const response = await call({ ...search, handler }, { cookie, signal: leave.signal })
    expect(response.status).toBe(499)
    expect(lines).toEqual([expect.objectContaining({ status: 499, slug: 'aborted' })])
    expect(entries.at(-1)).toEqual({ status: 499, problem: 'aborted' })
  })

  test('renews a session that is being used, once a minute, and not for a poll', async () => {
    const { parts } = observed()
    const fresh = await cookieOf([...(['qa-reviewer', 'admin'] as const)])
    const used = await cookieOf(['qa-reviewer', 'admin'], {
      startedMs: Date.now() - 120_000,
      seenMs: Date.now() - 90_000,
    })
    const handler = defineRoute(API.searchRecordings, () => EMPTY_PAGE, parts)
    const renewedBy = async (cookie: string) =>
      (await call({ ...search, handler }, { cookie })).headers.get('set-cookie')
    expect(await renewedBy(fresh)).toBeNull()
    const line = await renewedBy(used)
    expect(line).toMatch(
      /^next-auth\.session-token=.+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1\d{3}$/,
    )
    expect(await renewedBy(line?.split(';')[0] ?? '')).toBeNull()
    const peaks = defineRoute(
      API.getPeaks,
      () => Promise.reject(new Problem('not-found', '')),
      parts,
    )
    const poll = await call(
      { path: API.getPeaks.path, method: 'GET', handler: peaks },
      { cookie: used },
    )
    expect(poll.headers.get('set-cookie')).toBeNull()
  })
})

describe('a stream', () => {
  const answer = (
    body: ReadableStream<Uint8Array> | null,
    headers: Record<string, string> = {},
  ) => ({
    status: 206,
    headers: { 'Content-Type': 'audio/wav', 'Content-Range': 'bytes 0-5/6', ...headers },
    body,
  })
  const bytesOf = (text: string) => new TextEncoder().encode(text)

  test('copies an allow-list of headers, and is written down when its last byte went out', async () => {
    const { parts, lines, entries } = observed()
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytesOf('abc'))
        controller.enqueue(bytesOf('def'))
        controller.close()
      },
    })
    const headers = { 'Set-Cookie': 'upstream=1', Server: 'upstream' }
    const handler = defineStream(API.getAudio, async () => answer(body, headers), undefined, parts)
    const cookie = await cookieOf(['qa-reviewer'])
    const response = await call({ ...audio, handler }, { cookie, headers: {} })
    expect(lines).toEqual([])
    expect(await response.text()).toBe('abcdef')
    expect([response.status, response.headers.get('content-range')]).toEqual([206, 'bytes 0-5/6'])
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('server')).toBeNull()
    expect(lines).toEqual([expect.objectContaining({ status: 206, bytes: 6 })])
    expect(entries).toEqual([
      { action: 'play', kind: 'recording', ids: ['42'] },
      { status: 206, bytes: 6 },
    ])
  })

  test('is cancelled when its reader leaves', async () => {
    const { parts, lines } = observed()
    let cancelled = false
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(bytesOf('x'))
      },
      cancel() {
        cancelled = true
      },
    })
    const handler = defineStream(API.getAudio, async () => answer(body), undefined, parts)
    const response = await call({ ...audio, handler }, { cookie: await cookieOf(['qa-reviewer']) })
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    expect(cancelled).toBe(true)
    expect(lines).toEqual([expect.objectContaining({ status: 499, slug: 'aborted', bytes: 1 })])
  })

  test('is expected from before it is written down until it is answered', async () => {
    const { parts, entries } = observed()
    const order: string[] = []
    const told = (what: string) => order.push(`${what}, ${entries.length} written`)
    const handler = defineStream(
      API.getAudio,
      async () => {
        told('asked')
        return answer(null)
      },
      ({ params }) => {
        told(`expected ${params.id}`)
        return () => told('answered')
      },
      parts,
    )
    await call({ ...audio, handler }, { cookie: await cookieOf(['qa-reviewer']) })
    expect(order).toEqual([
      'expected 42, 0 written',
      'asked, 1 written',
      expect.stringMatching(/^answered/),
    ])
    await call({ ...audio, handler }, { cookie: await cookieOf(['admin']) })
    expect(order).toHaveLength(3)
  })

  test('never goes out as a page', async () => {
    const { parts } = observed()
    const page = { status: 200, headers: { 'Content-Type': 'text/html' }, body: null }
    const handler = defineStream(API.getAudio, async () => page, undefined, parts)
    const response = await call({ ...audio, handler }, { cookie: await cookieOf(['qa-reviewer']) })
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
  })
})
