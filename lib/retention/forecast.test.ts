import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ForecastLine, RetentionForecastRequest } from '@/lib/contract/retention'
import { focusAt, patient } from '@/lib/focus/testing/focus-at'
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox'
import { forecast, refuseSearching } from './forecast'
import { members } from './members'

const NOW = '2026-11-23T12:00:00.000Z'
let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, recordings: 700, nowMs: Date.parse(NOW) })
})
afterAll(() => sandbox.close())

async function run(request: Partial<RetentionForecastRequest> = {}, withExamples = true) {
  const { focus } = focusAt(sandbox.url)
  const lines: ForecastLine[] = []
  const options = { call: patient(), nowUtc: NOW, withExamples }
  for await (const line of forecast(focus, { most: 20_000, ...request }, options)) lines.push(line)
  const progress = lines.flatMap((line) => (line.type === 'progress' ? [line] : []))
  const end = lines.at(-1)
  if (end?.type !== 'end') throw new Error('It did not end')
  const counts = lines.flatMap((line) => (line.type === 'counts' ? line.counts : []))
  return { counts, progress, end, last: progress.at(-1) }
}

const sum = (counts: readonly { recordings: number }[]) =>
  counts.reduce((total, count) => total + count.recordings, 0)

describe('a forecast over a tenant', () => {
  test('counts every recording once and says how far it went', async () => {
    const { counts, progress, end, last } = await run()
    expect(progress.map(({ read }) => read)).toEqual([199, 399, 599, 699])
    expect(end).toMatchObject({ complete: true })
    // One row of the sandbox cannot be read, and is counted as such.
    expect(last).toMatchObject({ total: 700, unreadable: 1 })
    const { neverExpires = 0, unknown = 0 } = last ?? {}
    expect(sum(counts) + neverExpires + unknown).toBe(699)
    expect(neverExpires).toBeGreaterThan(0)
    expect(sum(counts.filter(({ held }) => held))).toBeGreaterThan(0)
    expect(counts.every(({ world }) => world === 'now')).toBe(true)
    expect(end.oldestUtc !== null && end.newestUtc !== null && end.oldestUtc < end.newestUtc).toBe(
      true,
    )
  })

  test('stops at the bound it was given and does not call that complete', async () => {
    const { last, end } = await run({ most: 250 })
    expect(last).toMatchObject({ read: 249, unreadable: 1, total: 700 })
    expect(end.complete).toBe(false)
  })

  test('is narrowed by a search', async () => {
    const { last, counts, end } = await run({
      recordings: { retentionGroupIds: { include: [45] } },
    })
    expect(last?.total).toBeGreaterThan(0)
    // Pensions advice is kept for ever; what Focus has no expiry of has no day.
    expect(counts).toEqual([])
    expect(last?.neverExpires).toBe(last?.total)
    expect(end.complete).toBe(true)
  })

  test('shows both worlds of a move: a person whose calls go after thirty days', async () => {
    const { counts, last } = await run({ whatIf: { personIds: [1001], toGroupId: 44 } })
    const inGroup = (world: string) =>
      sum(counts.filter((count) => count.world === world && count.retentionGroupId === 44))
    expect(last?.move?.recordings).toBeGreaterThan(0)
    expect(inGroup('what-if') - inGroup('now')).toBe(last?.move?.recordings)
    if (last?.move == null) throw new Error('Nothing was moved')
    const { recordings, ...parts } = last.move
    expect(Object.values(parts).reduce((total, part) => total + part, 0)).toBe(recordings)
    expect(parts.atOnce).toBeGreaterThan(0)
    const whole = counts.filter(({ world }) => world === 'what-if')
    const { neverExpires = 0, unknown = 0 } = last.afterMove ?? {}
    expect(sum(whole) + neverExpires + unknown).toBe(last.read)
  })

  test('a group that keeps for ever, moved to thirty days, loses much at once', async () => {
    const { last } = await run({ whatIf: { retentionGroupIds: [45], toGroupId: 44 } })
    expect(last?.move).toMatchObject({ later: 0, alreadyPast: 0 })
    expect(last?.move?.atOnce).toBeGreaterThan(0)
    expect(last?.move?.recordings).toBeGreaterThan(40)
  })

  test('names no recording unless asked to', async () => {
    expect((await run({}, false)).end.examples).toEqual([])
    const { end } = await run()
    const days = end.examples.map(({ day }) => day)
    expect(days.length).toBeGreaterThan(0)
    expect(days).toEqual([...days].sort())
  })

  test('of a group that Focus does not have is refused before anything is read', async () => {
    await expect(run({ whatIf: { toGroupId: 99 } })).rejects.toMatchObject({
      slug: 'invalid-request',
    })
  })

  test('stops when the reader leaves', async () => {
    const stop = new AbortController()
    const options = { call: { signal: stop.signal }, nowUtc: NOW, withExamples: false }
    const lines = forecast(focusAt(sandbox.url).focus, { most: 20_000 }, options)
    await lines.next()
    stop.abort()
    await expect(
      (async () => {
        for await (const line of lines) expect(line.type).not.toBe('end')
      })(),
    ).rejects.toThrow()
  })
})

describe('somebody who may not search recordings', () => {
  test('narrows by time, kind and group alone', () => {
    const start = { from: '2026-01-01T00:00:00.000Z' }
    const open = { start, kinds: { include: ['sms'] }, retentionGroupIds: { include: [41] } }
    expect(() => refuseSearching({ recordings: open }, ['retention.view'])).not.toThrow()
    expect(() => refuseSearching({}, ['retention.view'])).not.toThrow()
  })

  test.each([
    { text: 'complaint' },
    { personIds: { include: [1001] } },
    { endpointValues: { include: ['447897897897'] } },
    { ids: { include: [500_000] } },
    { hasComments: true },
  ])('is refused %j', (recordings) => {
    expect(() => refuseSearching({ recordings }, ['retention.view'])).toThrow('may search')
    expect(() => refuseSearching({ recordings }, ['recordings.search'])).not.toThrow()
  })
})

test('the members are the subscribers, each with the group of their calls', async () => {
  const lines = []
  for await (const line of members(focusAt(sandbox.url).focus, patient())) lines.push(line)
  const all = lines.flatMap((line) => (line.type === 'members' ? line.members : []))
  expect(all).toHaveLength(60)
  expect(all[0]).toMatchObject({ personId: 1001, name: 'Priya Shah', retentionGroupId: 41 })
  expect(lines.at(-1)).toEqual({ type: 'end', read: 60, total: 60, unreadable: 0 })
})

test('a right that is missing is told as such', async () => {
  sandbox.setRight('RetentionGroup.View', false)
  try {
    await expect(run()).rejects.toMatchObject({
      slug: 'right-missing',
      missing: 'RetentionGroup.View',
    })
  } finally {
    sandbox.setRight('RetentionGroup.View', true)
  }
})
