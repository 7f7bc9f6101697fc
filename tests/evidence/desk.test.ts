import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '@/lib/problem/problem'
import { type Bench, evidenceBench, fetched, OFFICER } from './evidence-bench'

let bench: Bench
beforeAll(async () => {
  bench = await evidenceBench({ sandbox: { slowMs: 20_000 } })
})
afterAll(() => bench.close())

const slugOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof Problem) return error.slug
    throw error
  }
  return 'none'
}
const signal = new AbortController().signal
const whole = { range: null, ifRange: null, signal }

describe('a package that is ready', () => {
  let id: string
  let bytes: Buffer
  beforeAll(async () => {
    id = (await bench.order([500_011])).id
    expect(await bench.over(id)).toMatchObject({ state: 'ready', problem: null })
    bytes = (await fetched(bench, id)).bytes
  })

  test('has no name on the disk', () => {
    expect(readdirSync(bench.directory)).toEqual([])
  })

  test('is fetched on from where a download broke off', async () => {
    const half = Math.floor(bytes.length / 2)
    const first = await fetched(bench, id, `bytes=0-${half - 1}`)
    const tag = first.headers.ETag ?? ''
    expect(tag).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`)
    const rest = await fetched(bench, id, `bytes=${half}-`, tag)
    expect([first.status, rest.status]).toEqual([206, 206])
    expect(rest.headers['Content-Range']).toBe(`bytes ${half}-${bytes.length - 1}/${bytes.length}`)
    expect(Buffer.concat([first.bytes, rest.bytes]).equals(bytes)).toBe(true)
  })

  test('comes whole where the part was of another', async () => {
    const answer = await fetched(bench, id, 'bytes=10-', '"another"')
    expect(answer.status).toBe(200)
    expect(answer.bytes.length).toBe(bytes.length)
    expect((await fetched(bench, id, `bytes=${bytes.length}-`)).status).toBe(416)
  })

  test('is not there for anybody else', () => {
    const stranger = { ...OFFICER, subject: 'other' }
    expect(bench.desk.list(stranger)).toEqual([])
    expect(slugOf(() => bench.desk.respond(id, stranger, whole))).toBe('not-found')
    expect(slugOf(() => bench.desk.cancel(id, stranger))).toBe('not-found')
    expect(slugOf(() => bench.desk.respond(id, OFFICER, whole))).toBe('none')
  })
})

test('is gone when its time is over, but not for whoever is fetching it', async () => {
  const { id } = await bench.order([500_011], { media: false })
  await bench.over(id)
  const answer = bench.desk.respond(id, OFFICER, whole)
  const reader = answer.body?.getReader()
  const first = await reader?.read()
  bench.expire()
  expect(slugOf(() => bench.desk.respond(id, OFFICER, whole))).toBe('not-found')
  let size = first?.value?.length ?? 0
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read())
    size += step.value.length
  expect(size).toBe(Number(answer.headers['Content-Length']))
})

test('cancelled in the middle it is gone, and the ledger says so', async () => {
  // Its details come after twenty seconds.
  const { id, entry } = await bench.order([500_030])
  await expect.poll(() => bench.sandbox.stats().inFlight).toBeGreaterThan(0)
  expect(bench.desk.cancel(id, OFFICER).state).toBe('cancelled')
  expect(await bench.over(id)).toBeNull()
  const ended = async () => {
    const { accesses } = await bench.ledger.accesses({ recordingIds: [500_030] })
    const all = (await bench.ledger.accesses({})).accesses.find((one) => one.sequence === entry)
    return [accesses[0]?.outcome?.problem, all?.outcome?.problem]
  }
  await expect.poll(ended).toEqual(['aborted', 'aborted'])
  await expect.poll(() => bench.sandbox.stats().inFlight).toBe(0)
})

test('each recording has its own intent, with the calls that were made and whose call it is', async () => {
  const { id, entry } = await bench.order([500_012, 500_011])
  await bench.over(id)
  const { accesses } = await bench.ledger.accesses({ recordingIds: [500_011], after: entry })
  expect(accesses).toHaveLength(1)
  expect(accesses[0]).toMatchObject({
    state: 'closed',
    deed: {
      action: 'evidence-export',
      object: { kind: 'recording', ids: ['500011'] },
      purpose: { purpose: 'Complaint by a client', caseNumber: 'C-2026-17' },
    },
    outcome: { status: 200, bytes: 320_058, whose: [{ recordingId: 500_011 }] },
  })
  const calls = accesses[0]?.outcome?.upstream ?? []
  expect(calls.map(({ call, recordingId }) => [call, recordingId])).toEqual(
    ['getRecording', 'getTranscript', 'getComments', 'openMedia', 'getAccessAudit'].map((call) => [
      call,
      500_011,
    ]),
  )
  expect((await bench.ledger.entry(entry))?.leaf).toContain(id)
})

test('what a search finds is packed; without media nothing is played', async () => {
  const plays = bench.sandbox.stats().playEvents
  const { id } = await bench.order(
    { search: { ids: { include: [500_010, 500_011, 500_012] } } },
    { media: false },
  )
  expect(await bench.over(id)).toMatchObject({ state: 'ready', recordings: 3, missing: [] })
  expect(bench.sandbox.stats().playEvents).toBe(plays)
})

test('what Focus cannot give is said, and the rest is packed', async () => {
  const { id } = await bench.order([500_043, 500_048, 500_035, 500_011])
  const state = await bench.over(id)
  expect(state).toMatchObject({ state: 'ready', packed: 4 })
  expect(state?.missing.map(({ recordingId, what }) => `${recordingId} ${what}`)).toEqual([
    '500043 media',
    '500048 media',
    '500035 details',
  ])
})

test('a package larger than the room fails, gives back its bytes, and says what to do', async () => {
  const small = await evidenceBench({ maxBytes: 1_000_000 })
  try {
    const { id } = await small.order([500_010])
    const state = await small.over(id)
    expect(state).toMatchObject({ state: 'failed', problem: { slug: 'rate-limited' } })
    expect(small.room.usedBytes).toBe(0)
    const { id: again } = await small.order([500_010], { media: false })
    expect((await small.over(again))?.state).toBe('ready')
    small.desk.cancel(again, OFFICER)
    await expect.poll(() => small.room.usedBytes).toBe(0)
  } finally {
    await small.close()
  }
})

test('a ledger that cannot be written ends it before Focus is asked', async () => {
  const other = await evidenceBench()
  try {
    const calls = other.sandbox.stats()
    other.parts.ledger = {
      ...other.ledger,
      intend: () => Promise.reject(new Error('disk full')),
      state: () => other.ledger.state(),
    }
    const { id } = await other.order([500_011])
    expect(await other.over(id)).toMatchObject({
      state: 'failed',
      problem: { slug: 'ledger-unavailable' },
    })
    expect(other.sandbox.stats().calls).toEqual(calls.calls)
  } finally {
    await other.close()
  }
})
