import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, callerOf, type WireRow } from '../sandbox-caller'
import { type Sandbox, startSandbox } from '../start-sandbox'
import { wordsOf } from './vocabulary'

const NOW = Date.parse('2026-11-23T19:40:00Z')
let sandbox: Sandbox
let caller: Caller
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, nowMs: NOW, ratePerSecond: 100_000 })
  caller = await callerOf(sandbox)
})
afterAll(() => sandbox.close())

const search = async (body: unknown) => {
  const reply = await caller.call('/client/recording.search', body)
  expect(reply.status, reply.text).toBe(200)
  return reply.json()
}
const everyRow = async (body: Record<string, unknown>) => {
  const rows: WireRow[] = []
  for (let offset = 0; ; offset += 200) {
    const page = (await search({ ...body, limit: 200, offset })).recordings
    rows.push(...page)
    if (page.length < 200) return rows
  }
}
const ids = (rows: WireRow[]) => rows.map((row) => Number(row.interactionId ?? row.recordingId))
const startsOf = (rows: WireRow[]) => rows.map((row) => String(row.startDatetimeUTC))

describe('paging', () => {
  it('goes newest first through every row once', async () => {
    const rows = await everyRow({})
    expect(rows).toHaveLength(2000)
    const starts = startsOf(rows)
    expect(starts).toEqual([...starts].sort().reverse())
    expect(new Set(ids(rows)).size).toBe(2000)
    expect(starts[0] ?? '').toMatch(/^2026-11-23T/)
  })

  it('takes limits from 1 to 200 and whole offsets, and nothing else', async () => {
    for (const body of [
      { limit: 0 },
      { limit: 201 },
      { limit: 1.5 },
      { offset: -1 },
      { offset: '1' },
      { startDatetimeUTC: '2026' },
      { directions: { include: ['sideways'] } },
      { tags: ['Sales'] },
      { recordingIds: { only: [1] } },
    ]) {
      expect((await caller.call('/client/recording.search', body)).status).toBe(400)
    }
    expect((await search({})).recordings).toHaveLength(50)
    expect((await search({ limit: 1, offset: 1999 })).recordings).toHaveLength(1)
    expect((await search({ limit: 200, offset: 2000 })).recordings).toHaveLength(0)
  })

  it('reads backwards when sorted by start, oldest first', async () => {
    const sort = { field: 'startDatetimeUTC', direction: 'asc' }
    const starts = startsOf((await search({ sort, limit: 200 })).recordings)
    expect(starts).toEqual([...starts].sort())
    const types = { include: ['sms'] }
    const some = startsOf((await search({ sort, types, limit: 200 })).recordings)
    expect(some).toEqual([...some].sort())
  })

  it('sorts by duration', async () => {
    const rows = await everyRow({ sort: { field: 'durationSeconds', direction: 'desc' } })
    const lengths = rows.filter((row) => row.type).map((row) => row.durationSeconds ?? 0)
    expect(lengths).toEqual([...lengths].sort((one, other) => other - one))
    expect(lengths[0]).toBe(10_800)
  })
})

describe('filters', () => {
  it('find exactly the rows that a look at every row finds', async () => {
    const rows = (await everyRow({})).filter((row) => row.type !== undefined)
    const day = { from: '2026-11-10T00:00:00Z', to: '2026-11-12T00:00:00Z' }
    const has = (row: WireRow, personId: number) =>
      row.endpoints.some((endpoint) => endpoint.personId === personId)
    const cases: [Record<string, unknown>, (row: WireRow) => boolean | undefined][] = [
      [{ types: { include: ['sms', 'teams'] } }, (row) => ['sms', 'teams'].includes(`${row.type}`)],
      [{ types: { exclude: ['phone'] } }, (row) => `${row.type}` !== 'phone'],
      [{ directions: { include: ['internal'] } }, (row) => `${row.direction}` === 'internal'],
      [
        { startDatetimeUTC: day },
        (row) => `${row.startDatetimeUTC}` >= day.from && `${row.startDatetimeUTC}` < day.to,
      ],
      [
        { durationSeconds: { min: 600, max: 900 } },
        (row) => Number(row.durationSeconds) >= 600 && Number(row.durationSeconds) <= 900,
      ],
      [{ peopleIds: { include: [1001] } }, (row) => has(row, 1001)],
      [
        { peopleIds: { include: [1001], exclude: [3001] } },
        (row) => has(row, 1001) && !has(row, 3001),
      ],
      [
        { endpointIds: { include: [20_001] } },
        (row) => row.endpoints.some((endpoint) => endpoint.endpointId === 20_001),
      ],
      [
        { tags: { include: ['callCategory.categoryNames.Sales'] } },
        (row) => row.tags.some((tag) => `${tag}` === 'callCategory.categoryNames.Sales'),
      ],
      [{ retentionGroupIds: { include: [43] } }, (row) => row.retentionGroupId === 43],
      [{ hasTranscription: true }, (row) => row.hasTranscription === true],
      [
        { hasComments: true, types: { include: ['phone'] } },
        (row) => Number(row.commentCount) > 0 && `${row.type}` === 'phone',
      ],
      [
        { recordingIds: { include: [500_100, 500_900] } },
        (row) => [500_100, 500_900].includes(Number(row.interactionId)),
      ],
      [
        { thirdPartyIds: { include: [rows[7]?.thirdPartyId] } },
        (row) => row.thirdPartyId === rows[7]?.thirdPartyId,
      ],
    ]
    for (const [filter, expected] of cases) {
      const found = (await everyRow(filter)).filter((row) => row.type !== undefined)
      const wanted = rows.filter(expected)
      expect(wanted.length, JSON.stringify(filter)).toBeGreaterThan(0)
      expect(ids(found), JSON.stringify(filter)).toEqual(ids(wanted))
    }
  })
})

describe('free text', () => {
  it('finds calls that say the words, and all of those', async () => {
    const rows = (await everyRow({ hasTranscription: true })).filter(
      (row) => !`${row.tags}`.includes('sandbox.fault'),
    )
    const saying = new Map<number, Set<string>>()
    for (const id of ids(rows).slice(0, 150)) {
      const reply = await caller.call('/client/recording.transcription.get', { recordingId: id })
      saying.set(
        id,
        new Set(reply.json().segments.flatMap((segment) => wordsOf(`${segment.text}`))),
      )
    }
    const query = 'letter'
    const recordingIds = { include: [...saying.keys()] }
    const found = new Set(ids(await everyRow({ freeText: query, recordingIds })))
    let said = 0
    for (const [id, words] of saying) {
      if (!words.has(query)) {
        expect(found.has(id)).toBe(false)
        continue
      }
      said += 1
      expect(found.has(id), String(id)).toBe(true)
    }
    expect(said).toBeGreaterThan(0)
    expect(said).toBeLessThan(150)
  })

  it('finds names, tags, numbers and ids', async () => {
    for (const freeText of [
      'Priya',
      'priya shah',
      'sandbox.named.plain-call',
      '447897897897',
      '500000',
    ]) {
      expect(ids(await everyRow({ freeText }))).toContain(500_000)
    }
    const none = await search({ freeText: 'zzyzx' })
    expect(none).toEqual({ recordings: [], total: 0 })
  })
})

describe('the firm', () => {
  it('shows variety on the first page', async () => {
    const rows = (await search({ limit: 30 })).recordings
    expect(new Set(rows.map((row) => `${row.type}`)).size).toBeGreaterThanOrEqual(6)
    const lengths = rows.flatMap((row) => (row.durationSeconds ? Number(row.durationSeconds) : []))
    const usual = lengths.filter((seconds) => seconds >= 60 && seconds <= 1200)
    expect(usual.length).toBeGreaterThan(lengths.length / 2)
  })

  it('is the same for the same seed, and another for another', async () => {
    const pageOf = async (seed: number) => {
      const other = await startSandbox({ port: 0, seed, nowMs: NOW })
      const its = await callerOf(other)
      const reply = await its.call('/client/recording.search', { limit: 100 })
      await other.close()
      return reply.text
    }
    const first = await pageOf(7)
    expect(await pageOf(7)).toBe(first)
    expect(await pageOf(8)).not.toBe(first)
  })

  it('does no work for a row before it is asked for, however many there are', async () => {
    const large = await startSandbox({ port: 0, recordings: 1_000_000, nowMs: NOW })
    const its = await callerOf(large)
    expect(large.stats().rowsDerived).toBe(0)
    const page = await its.call('/client/recording.search', { limit: 50, offset: 777_777 })
    expect(page.json().recordings).toHaveLength(50)
    expect(page.json().total).toBe(1_000_000)
    expect(large.stats().rowsDerived).toBe(50)
    const sms = await its.call('/client/recording.search', { types: { include: ['sms'] } })
    expect(Number(sms.json().total)).toBeGreaterThan(80_000)
    expect(large.stats().rowsDerived).toBe(100)
    await large.close()
  })
})
