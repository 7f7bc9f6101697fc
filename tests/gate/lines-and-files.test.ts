import './gate-environment'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { attachment, defineFile } from '@/lib/bff/define-file'
import { defineLines } from '@/lib/bff/define-lines'
import { API } from '@/lib/contract/api'
import type { RetentionMembersLine } from '@/lib/contract/retention'
import { ledger } from '@/lib/ledger/ledger'
import { Problem } from '@/lib/problem/problem'
import { call, cookieOf } from './gate-request'

const endpoint = API.getRetentionMembers
type Line = z.input<typeof RetentionMembersLine>
const END: Line = { type: 'end', read: 2, total: 2, unreadable: 0 }
const members = { path: endpoint.path, method: 'POST' }

/** How the newest access ended: written just after its last byte. */
function outcome() {
  return vi.waitFor(async () => {
    const { accesses } = await ledger().accesses({ limit: 5000 })
    const newest = accesses.at(-1)
    expect(newest?.state).toBe('closed')
    return newest?.outcome
  })
}

async function linesOf(response: Response) {
  const lines = (await response.text()).split('\n')
  expect(lines.pop()).toBe('')
  return lines.map((line) => z.looseObject({ type: z.string() }).parse(JSON.parse(line)))
}

describe('an answer line by line', () => {
  test('leaves as it is made, each line as its contract has it, and is counted', async () => {
    const handler = defineLines(endpoint, async function* () {
      yield { ...END, secret: 'not in the contract' }
      yield END
    })
    const response = await call({ ...members, handler }, { cookie: await cookieOf(['admin']) })
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    const text = JSON.stringify(END)
    expect(await response.text()).toBe(`${text}\n${text}\n`)
    expect(await outcome()).toMatchObject({ status: 200, bytes: 2 * (text.length + 1) })
  })

  test('that fails before its first line is an ordinary problem', async () => {
    const handler = defineLines(endpoint, () => ({
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.reject(new Problem('right-missing', 'No.', { missing: 'People.View' })),
      }),
    }))
    const response = await call({ ...members, handler }, { cookie: await cookieOf(['admin']) })
    expect([response.status, (await response.json()).slug]).toEqual([403, 'right-missing'])
  })

  test.each([
    [new Problem('upstream-timeout', 'Late.'), 'upstream-timeout', 504],
    [new Error('secret text'), 'internal', 500],
  ])('that fails later ends with the problem: %s', async (cause, slug, status) => {
    const handler = defineLines(endpoint, async function* () {
      yield END
      throw cause
    })
    const response = await call({ ...members, handler }, { cookie: await cookieOf(['admin']) })
    expect(response.status).toBe(200)
    const [, last] = await linesOf(response)
    expect(last).toMatchObject({ type: 'problem', problem: { slug, status } })
    expect(JSON.stringify(last)).not.toContain('secret text')
    expect(await outcome()).toMatchObject({ status, problem: slug })
  })

  test('never passes on a line that breaks its contract', async () => {
    const handler = defineLines(endpoint, async function* () {
      yield END
      yield { ...END, read: -1 }
    })
    const response = await call({ ...members, handler }, { cookie: await cookieOf(['admin']) })
    expect((await linesOf(response))[1]).toMatchObject({ problem: { slug: 'internal' } })
  })

  test('stops when its reader leaves', async () => {
    let left = false
    const handler = defineLines(endpoint, async function* ({ signal }) {
      try {
        for (;;) {
          signal.throwIfAborted()
          yield END
        }
      } finally {
        left = signal.aborted
      }
    })
    const response = await call({ ...members, handler }, { cookie: await cookieOf(['admin']) })
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    expect(left).toBe(true)
    expect(await outcome()).toMatchObject({ status: 499, problem: 'aborted' })
  })
})

describe('a file', () => {
  const file = { path: API.exportLedger.path, method: 'GET' }
  const answer = (headers: Record<string, string>, contentType: string) => ({
    status: 206,
    headers,
    body: new Blob(['abc']).stream(),
    fileName: 'Büro „A“/1.txt',
    contentType,
  })

  test('is saved under its name and never shown', async () => {
    const headers = { ETag: '"1"', 'Content-Range': 'bytes 0-2/9', 'Set-Cookie': 'upstream=1' }
    const handler = defineFile(API.exportLedger, () => answer(headers, 'application/x-ndjson'))
    const cookie = await cookieOf(['compliance-officer'])
    const response = await call({ ...file, handler }, { cookie, headers: {} })
    expect(await response.text()).toBe('abc')
    const { headers: out } = response
    expect(out.get('content-disposition')).toBe(
      `attachment; filename="B_ro _A_-1.txt"; filename*=UTF-8''B%C3%BCro%20%E2%80%9EA%E2%80%9C-1.txt`,
    )
    expect([response.status, out.get('etag'), out.get('content-range')]).toEqual([
      206,
      '"1"',
      'bytes 0-2/9',
    ])
    expect(out.get('set-cookie')).toBeNull()
    expect(out.get('content-security-policy')).toContain('sandbox')
    expect(await outcome()).toMatchObject({ status: 206, bytes: 3 })
  })

  test.each(['text/html\r\nX: 1', '', 'nonsense'])(
    'of no honest type goes out as bytes: %j',
    async (type) => {
      const handler = defineFile(API.exportLedger, () => answer({}, type))
      const cookie = await cookieOf(['compliance-officer'])
      const response = await call({ ...file, handler }, { cookie })
      expect(response.headers.get('content-type')).toBe('application/octet-stream')
      await response.text()
    },
  )

  test('has a name that no file system stumbles over', () => {
    expect(attachment('..\\a\u0000b"c\ud800.wav')).toContain('filename="..-a-b-c-.wav"')
    expect(attachment('')).toContain('filename="file"')
    expect(attachment('x'.repeat(500))).toHaveLength(attachment('x'.repeat(200)).length)
  })
})
