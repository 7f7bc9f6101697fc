import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RecordingTallyRequest } from '@/lib/contract/recording-tally'
import { focusAt, patient } from '@/lib/focus/testing/focus-at'
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox'
import { tallyRecordings } from './tally-recordings'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    recordings: 700,
    nowMs: Date.parse('2026-11-23T12:00:00Z'),
  })
})
afterAll(() => sandbox.close())

async function run(request: Partial<RecordingTallyRequest> = {}) {
  const { focus } = focusAt(sandbox.url)
  const pages = []
  const told: number[] = []
  const options = { call: patient(), onRead: (read: number) => void told.push(read) }
  for await (const line of tallyRecordings(focus, { most: 20_000, ...request }, options)) {
    if (line.type === 'recordings') pages.push(line)
    if (line.type === 'end') return { pages, told, end: line }
  }
  throw new Error('It did not end')
}

describe('what is to be counted of a tenant', () => {
  test('is every recording once, the newest first, with how far it went', async () => {
    const { pages, told, end } = await run()
    expect(told).toEqual(pages.map(({ read }) => read))
    expect(pages.at(-1)).toMatchObject({ read: 699, unreadable: 1, total: 700 })
    expect(end).toEqual({ type: 'end', complete: true })
    const all = pages.flatMap(({ recordings }) => recordings)
    expect(new Set(all.map(({ id }) => id)).size).toBe(699)
    const starts = all.flatMap(({ startUtc }) => startUtc ?? [])
    expect(starts).toEqual([...starts].sort().reverse())
    expect(all.some(({ parties }) => parties.some(({ personName }) => personName !== null))).toBe(
      true,
    )
  })

  test('stops at the bound it was given and does not call that complete', async () => {
    const { pages, end } = await run({ most: 250 })
    expect(pages.at(-1)).toMatchObject({ read: 250, total: 700 })
    expect(end.complete).toBe(false)
  })

  test('is narrowed by a search', async () => {
    const { pages } = await run({ recordings: { kinds: { include: ['sms'] } } })
    const kinds = pages.flatMap(({ recordings }) => recordings.map(({ kind }) => kind))
    expect(new Set(kinds)).toEqual(new Set(['sms']))
  })

  test('counts nothing twice when a recording arrives while it is read', async () => {
    const { focus } = focusAt(sandbox.url)
    let asked = 0
    const orders: unknown[] = []
    const moving: Pick<typeof focus, 'searchRecordings'> = {
      searchRecordings(search, call) {
        asked += 1
        orders.push(search.sort)
        const offset = Math.max(0, (search.offset ?? 0) - (asked === 1 ? 0 : 1))
        return focus.searchRecordings({ ...search, offset }, call)
      },
    }
    const ids: number[] = []
    for await (const line of tallyRecordings(moving, { most: 400 }, { call: patient() }))
      if (line.type === 'recordings') ids.push(...line.recordings.map(({ id }) => id))
    expect(ids).toHaveLength(new Set(ids).size)
    expect(new Set(orders)).toEqual(new Set([{ field: 'start', direction: 'desc' }]))
  })
})
