import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  type AccessEvent,
  AuditQuery,
  GatherLine,
  type GatherProgress,
} from '@/lib/contract/access-event'
import { focusAt, slugOf } from '@/lib/focus/testing/focus-at'
import { json, startStub } from '@/lib/focus/testing/stub-focus'
import { callerOf } from '@/sandbox/sandbox-caller'
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox'
import { type GatherParts, gather } from './gather'
import { consoleOf, ledgerOnDisk, personOf } from './testing/console-deeds'

const PRIYA_SHAH = 1001
const PLAIN_CALL = 500_000
const anna = personOf('Anna Meyer')
const ravi = personOf('Ravi Menon')

let sandbox: Sandbox
let kept: Awaited<ReturnType<typeof ledgerOnDisk>>
let parts: GatherParts
/** Calls of Priya Shah that nothing is wrong with, the newest first. */
let priyas: number[]

const call = () => ({ signal: new AbortController().signal })
const key = async (name: string) =>
  (await kept.ledger.actors()).find((actor) => actor.name === name)?.key ?? ''

async function collect(query: z.input<typeof AuditQuery>, over: Partial<GatherParts> = {}) {
  const lines: GatherLine[] = []
  let failure: unknown = null
  try {
    for await (const line of gather(AuditQuery.parse(query), call(), { ...parts, ...over }))
      lines.push(GatherLine.parse(line))
  } catch (error) {
    failure = error
  }
  const events = lines.flatMap((line) => (line.type === 'events' ? line.events : []))
  const last = lines.at(-1)
  const progress: GatherProgress | null =
    last !== undefined && 'progress' in last ? last.progress : null
  return { lines, events, progress, last, failure }
}

const told = (events: AccessEvent[]) =>
  events
    .filter((event) => event.who.kind !== 'focus-user')
    .map(({ action, who, recordingId, seenIn, focus, unexplained }) =>
      [
        who.kind === 'person' ? who.name : who.kind,
        action,
        recordingId,
        seenIn,
        focus.map((row) => row.action).join('+'),
        unexplained,
      ].join(' | '),
    )

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, recordings: 300, slowMs: 50 })
  kept = await ledgerOnDisk()
  const { focus } = focusAt(sandbox.url)
  const serviceUser = { username: sandbox.username, userId: null }
  parts = { focus, ledger: kept.ledger, serviceUser }
  const search = { personIds: { include: [PRIYA_SHAH] }, limit: 200 }
  const { recordings } = await focus.searchRecordings(search, call())
  priyas = recordings
    .filter(({ id, hasAudio, hasTranscript }) => id > 500_048 && hasAudio && hasTranscript)
    .map(({ id }) => id)
  const [first = 0, second = 0, third = 0] = priyas

  const console = consoleOf(kept.ledger, focus)
  await console.view(anna, first)
  await console.read(anna, first)
  await console.play(ravi, first, 3_000, 'Complaint review')
  await console.play(anna, second, 61_000)
  await console.refused(anna, 'download', second)
  // Somebody else's call, and what is about no call.
  await console.view(ravi, PLAIN_CALL + 3)
  await kept.ledger.record({
    action: 'sign-in',
    object: { kind: 'session', ids: [] },
    actor: ravi,
    sessionId: 'ravi-menon',
    purpose: null,
    allowed: true,
    rule: 'persona',
    origin: { address: '10.4.18.22', agent: null, page: null },
    requestId: null,
  })
  // A package of two calls, made in one deed.
  await console.deed(
    anna,
    'evidence-export',
    { kind: 'recordings', ids: [String(second), String(third)] },
    async (own) => {
      await focus.getRecording(second, own)
      await focus.getRecording(third, own)
      return {}
    },
  )
  // The key, used without this console.
  const outside = await callerOf(sandbox)
  await outside.call('/client/recording.detail.get', { recordingId: third })
  const { thirdPartyId } = recordings.find(({ id }) => id === first) ?? {}
  await outside.call('/client/recording.playBackByThirdPartyId', { thirdPartyId })
})
afterAll(async () => {
  await kept.close()
  await sandbox.close()
})

describe('who listened to Priya Shah’s calls', () => {
  test('every deed with its person and its rows of Focus, and what the key did elsewhere', async () => {
    const { events, progress, last } = await collect({
      by: { kind: 'subject', personId: PRIYA_SHAH },
    })
    const [first, second, third] = priyas
    expect(told(events).toSorted()).toEqual(
      [
        `Anna Meyer | view | ${first} | both | view | false`,
        `Anna Meyer | transcript-read | ${first} | both | view | false`,
        `Ravi Menon | play | ${first} | both | view+play | false`,
        `Anna Meyer | play | ${second} | both | view+play | false`,
        `Anna Meyer | download | ${second} | ledger |  | false`,
        `Anna Meyer | evidence-export |  | both | view+view | false`,
        `nobody | view | ${third} | focus | view | true`,
        `nobody | play | ${first} | focus | play | true`,
      ].toSorted(),
    )
    const played = events.find(({ purpose }) => purpose === 'Complaint review')
    expect(played).toMatchObject({
      who: { kind: 'person', name: 'Ravi Menon', email: 'ravi.menon@sandbox.example' },
      throughServiceUser: true,
      heardMs: 3_000,
      caseNumber: 'C-2291',
      call: { recordingId: first },
    })
    expect(played?.call?.parties.some(({ personId }) => personId === PRIYA_SHAH)).toBe(true)
    expect(played?.call?.tags.length).toBeGreaterThan(0)
    // What other users of Focus did stands beside it, as Focus tells it.
    const others = events.filter(({ who }) => who.kind === 'focus-user')
    expect(others.length).toBeGreaterThan(priyas.length)
    expect(new Set(events.map((event) => event.key)).size).toBe(events.length)
    expect(last).toMatchObject({ type: 'end', ledger: { size: expect.any(Number) } })
    const { recordings = 0, read = 0, refused = 0, failed = 0 } = progress ?? {}
    expect(read + refused + failed).toBe(recordings)
    expect(progress?.events).toBe(events.length)
    expect(read).toBeGreaterThanOrEqual(priyas.length)
  })

  test('the ledger alone tells the same deeds, and asks Focus for no audit', async () => {
    const path = '/client/recording/audit'
    const before = sandbox.stats().calls[path] ?? 0
    const query = { by: { kind: 'subject' as const, personId: PRIYA_SHAH }, focus: false }
    const { events, progress } = await collect(query)
    expect(told(events)).toHaveLength(6)
    expect(events.every(({ seenIn }) => seenIn === 'ledger')).toBe(true)
    expect(progress).toMatchObject({ recordings: 0, read: 0, refused: 0, failed: 0 })
    expect(sandbox.stats().calls[path] ?? 0).toBe(before)
  })

  test('from which address, what, how it was decided, when, and by whom', async () => {
    const by = { kind: 'subject' as const, personId: PRIYA_SHAH }
    const only = async (more: Partial<z.input<typeof AuditQuery>>) =>
      told((await collect({ by, ...more })).events)
    expect(await only({ decision: 'refused' })).toHaveLength(1)
    expect(await only({ address: '10.4.18.23' })).toHaveLength(1)
    expect(await only({ actions: ['play'] })).toHaveLength(3)
    expect(await only({ actors: [await key('Ravi Menon')] })).toHaveLength(1)
    expect(await only({ to: new Date(Date.now() - 600_000).toISOString() })).toEqual([])
    expect(await only({ from: new Date(Date.now() - 600_000).toISOString() })).toHaveLength(8)
  })
})

test('by recording: one call, and nothing else', async () => {
  const { events, progress } = await collect({
    by: { kind: 'recording', recordingId: priyas[0] ?? 0 },
  })
  expect(told(events)).toHaveLength(4)
  expect(progress).toMatchObject({ recordings: 1, read: 1, found: null })
  const times = events.map(({ timeUtc }) => timeUtc)
  expect(times).toEqual(times.toSorted())
})

test('by actor: all that one person did, a sign-in too', async () => {
  const { events, progress } = await collect({
    by: { kind: 'actor', key: await key('Ravi Menon') },
  })
  expect(events.map(({ action, seenIn }) => `${action} ${seenIn}`).toSorted()).toEqual([
    'play both',
    'sign-in ledger',
    'view both',
  ])
  expect(progress).toMatchObject({ recordings: 2, read: 2 })
  const filtered = await collect({
    by: { kind: 'actor', key: await key('Ravi Menon') },
    recordings: { personIds: { include: [PRIYA_SHAH] } },
  })
  expect(told(filtered.events)).toHaveLength(1)
})

describe('all', () => {
  test('stops at a bound and says how many there are', async () => {
    const { progress, events } = await collect({ by: { kind: 'all' }, most: 40 })
    expect(progress).toMatchObject({ recordings: 40, found: 300 })
    // What the ledger knows is told whatever the bound.
    expect(told(events).filter((line) => line.includes('both')).length).toBe(6)
    expect(told(events).some((line) => line.includes('sign-in'))).toBe(true)
  })

  test('a recording that may not be read is counted, and one that cannot', async () => {
    const tags = (name: string) => ({ tags: { include: [`sandbox.fault.${name}`] } })
    const refused = await collect({ by: { kind: 'all' }, recordings: tags('403') })
    expect(refused.progress).toMatchObject({ recordings: 1, read: 0, refused: 1, failed: 0 })
    const broken = await collect({ by: { kind: 'all' }, recordings: tags('not-json') })
    expect(broken.progress).toMatchObject({ recordings: 1, read: 0, refused: 0, failed: 1 })
    expect(broken.last?.type).toBe('end')
  })
})

describe('a tenant that does not tell everything', () => {
  test('without the right to its audit, the ledger still tells, and every recording counts as refused', async () => {
    sandbox.setRight('Recording.Audit.View', false)
    const { focus } = focusAt(sandbox.url)
    const { events, progress, last } = await collect(
      { by: { kind: 'subject', personId: PRIYA_SHAH } },
      { focus },
    )
    sandbox.setRight('Recording.Audit.View', true)
    expect(told(events)).toHaveLength(6)
    expect(last?.type).toBe('end')
    expect(progress?.refused).toBe(progress?.recordings)
    expect(progress?.read).toBe(0)
  })

  test('without the right to its recordings, what the ledger knows comes first, then why no more', async () => {
    sandbox.setRight('Recording.View', false)
    const { focus } = focusAt(sandbox.url)
    const { events, failure } = await collect(
      { by: { kind: 'subject', personId: PRIYA_SHAH } },
      { focus },
    )
    sandbox.setRight('Recording.View', true)
    expect(told(events).filter((line) => !line.startsWith('nobody')).length).toBeGreaterThan(4)
    expect(await slugOf(Promise.reject(failure))).toBe('right-missing')
  })

  test('at a rate that is soon used up, nothing is lost', async () => {
    const slow = await startSandbox({ port: 0, recordings: 120, slowMs: 50, ratePerSecond: 25 })
    const { focus } = focusAt(slow.url)
    const recordings = { ids: { include: Array.from({ length: 70 }, (_, at) => 500_049 + at) } }
    const { progress } = await collect({ by: { kind: 'all' }, recordings }, { focus })
    const { statuses } = slow.stats()
    await slow.close()
    expect(statuses[429]).toBeGreaterThan(0)
    expect(progress).toMatchObject({ recordings: 70, read: 70, refused: 0, failed: 0 })
  })

  test('rows without a time, and rows that are none, are counted', async () => {
    const stub = await startStub({
      '/client/recording/audit': (_, response) =>
        json(response, { audit: [{ auditId: 1, action: 'view' }, 'nonsense'] }),
      '/client/recording.search': (_, response) => json(response, { recordings: [] }),
    })
    const { focus } = focusAt(stub.url)
    const { progress } = await collect({ by: { kind: 'recording', recordingId: 9 } }, { focus })
    await stub.close()
    expect(progress).toMatchObject({ recordings: 1, read: 1, unreadable: 2, events: 0 })
  })
})

test('a reader who leaves ends it, on the wire too', async () => {
  const stub = await startStub({
    '/client/recording.search': (_, response) =>
      json(response, {
        recordings: Array.from({ length: 50 }, (_, at) => ({ interactionId: at + 1 })),
      }),
    '/client/recording/audit': (_, response, nth) => {
      if (nth <= 20) json(response, { audit: [] })
    },
  })
  const { focus } = focusAt(stub.url)
  const leaving = new AbortController()
  const lines = gather(
    AuditQuery.parse({ by: { kind: 'all' } }),
    { signal: leaving.signal },
    { ...parts, focus },
  )
  const seen: GatherLine[] = []
  const end = async () => {
    for await (const line of lines) {
      seen.push(line)
      if (line.type === 'progress' && line.progress.read >= 20) leaving.abort()
    }
  }
  await expect(end()).rejects.toThrow(/abort/i)
  expect(seen.at(-1)?.type).not.toBe('end')
  expect(stub.count('/client/recording/audit')).toBeLessThan(30)
  await stub.close()
})
