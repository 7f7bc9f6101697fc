import { afterAll, describe, expect, test } from 'vitest'
import { DATABASE_KINDS, TestDatabases } from '@/tests/ledger-databases'
import { callOf, deed, ledgerOver, newKey, someone } from '@/tests/ledger-deeds'
import { verifyExport } from '@/verifier/ledger-verify.mjs'
import type { Ledger } from './access-ledger'

const databases = new TestDatabases()
afterAll(() => databases.close())

const never = new AbortController().signal
const key = newKey()

async function exported(ledger: Ledger): Promise<string> {
  let text = ''
  for await (const line of ledger.exportLines(never)) text += line
  return text
}

describe.each(DATABASE_KINDS)('the ledger in %s', (kind) => {
  test('puts an access together from intent, progress and outcome', async () => {
    const { db } = await databases.make(kind)
    const ledger = await ledgerOver(db, { key })
    const entry = await ledger.intend(
      deed({ object: { kind: 'recording', ids: ['7'], query: { text: 'a b' } } }),
    )
    await entry.progress([{ startMs: 0, endMs: 5_000 }])
    const { accesses: open } = await ledger.accesses({})
    expect(open[0]).toMatchObject({
      state: 'open',
      endedUtc: null,
      outcome: { heard: [{ startMs: 0, endMs: 5_000 }] },
    })
    await entry.progress([
      { startMs: 0, endMs: 5_000 },
      { startMs: 9_000, endMs: 12_000 },
    ])
    await entry.conclude({
      status: 206,
      bytes: 1_000,
      counts: { rows: 1 },
      upstream: [
        {
          call: 'media',
          status: 200,
          attempts: 1,
          startedUtc: '2026-11-23T12:00:00.000Z',
          durationMs: 12.5,
          recordingId: 7,
        },
      ],
      whose: [callOf(7, 31)],
    })
    await entry.conclude({ status: 500 })
    await expect(entry.progress([])).rejects.toThrow('after the end')

    const { accesses, next } = await ledger.accesses({})
    expect(next).toBeNull()
    expect(accesses).toHaveLength(1)
    expect(accesses[0]).toMatchObject({
      sequence: 0,
      entries: [0, 1, 2, 3],
      state: 'closed',
      deed: {
        action: 'play',
        object: { kind: 'recording', ids: ['7'], query: { text: 'a b' } },
        actor: someone('Ada'),
        purpose: { purpose: 'Complaint', caseNumber: 'C-1' },
        allowed: true,
        rule: 'permission:recordings.play',
        origin: { address: '192.0.2.7', agent: 'Browser', page: '/recordings/7' },
        requestId: 'request-1',
        actorKey: expect.stringMatching(/^[0-9a-f]{32}$/),
        sessionHash: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
      outcome: {
        status: 206,
        bytes: 1_000,
        counts: { rows: 1 },
        heard: [
          { startMs: 0, endMs: 5_000 },
          { startMs: 9_000, endMs: 12_000 },
        ],
        upstream: [{ call: 'media', startedUtc: '2026-11-23T12:00:00.000Z', recordingId: 7 }],
        whose: [callOf(7, 31)],
      },
    })
    await ledger.stop()
  })

  test('keeps no personal text in what is hashed', async () => {
    const { db } = await databases.make(kind)
    const ledger = await ledgerOver(db, { key })
    await ledger.record(
      deed({ object: { kind: 'recordings', ids: [], query: { text: 'find-me' } } }),
      { status: 200, whose: [callOf(7, 31)] },
    )
    const [row] = await db.selectFrom('ledgerEntry').select('leaf').execute()
    for (const text of [
      'Ada',
      'find-me',
      '192.0.2.7',
      'Browser',
      'Complaint',
      'session-1',
      'Grace',
    ])
      expect(row?.leaf).not.toContain(text)
    await ledger.stop()
  })

  test('finds accesses by each filter, and page by page', async () => {
    const { db } = await databases.make(kind)
    const ledger = await ledgerOver(db, { key })
    await ledger.record(
      deed({
        actor: null,
        action: 'configuration-change',
        object: { kind: 'configuration', ids: [] },
        origin: { address: null, agent: null, page: null },
      }),
    )
    await ledger.record(deed({ action: 'view' }), { status: 200, whose: [callOf(7, 31)] })
    const play = await ledger.intend(
      deed({ object: { kind: 'recording', ids: ['8'] }, actor: someone('Ben') }),
    )
    await play.conclude({ status: 200, whose: [callOf(8, 32)] })
    const search = await ledger.intend(
      deed({
        action: 'search',
        object: { kind: 'recordings', ids: [] },
        origin: { address: '192.0.2.8', agent: null, page: null },
      }),
    )
    await search.conclude({ status: 200, whose: [callOf(7, 31), callOf(9, 32)] })
    const found = async (query: Parameters<Ledger['accesses']>[0]) =>
      (await ledger.accesses(query)).accesses.map((access) => access.sequence)
    const people = await ledger.actors()
    expect(people.map((person) => person.name)).toEqual(['Ada', 'Ben'])
    const [ada, ben] = people.map((person) => person.key)

    expect(await found({})).toEqual([0, 1, 2, 4])
    expect(await found({ actorKeys: [ada ?? ''] })).toEqual([1, 4])
    expect(await found({ actorKeys: [ada ?? '', ben ?? ''] })).toEqual([1, 2, 4])
    expect(await found({ actorKeys: [] })).toEqual([])
    expect(await found({ recordingIds: [7] })).toEqual([1, 4])
    expect(await found({ recordingIds: [8, 9], actorKeys: [ada ?? ''] })).toEqual([4])
    expect(await found({ personIds: [32] })).toEqual([2, 4])
    expect(await found({ actions: ['play', 'view'] })).toEqual([1, 2])
    expect(await found({ address: '192.0.2.8' })).toEqual([4])
    expect(await found({ from: '2999-01-01T00:00:00Z' })).toEqual([])
    expect(await found({ to: '1999-01-01T00:00:00Z' })).toEqual([])
    expect(
      await found({ from: '1999-01-01T00:00:00Z', to: '2999-01-01T00:00:00Z', personIds: [31] }),
    ).toEqual([1, 4])
    const first = await ledger.accesses({ limit: 2 })
    expect([first.accesses.map((access) => access.sequence), first.next]).toEqual([[0, 1], 1])
    const rest = await ledger.accesses({ limit: 2, after: first.next ?? 0 })
    expect([rest.accesses.map((access) => access.sequence), rest.next]).toEqual([[2, 4], null])
    await ledger.stop()
  })

  test('takes texts that a database or JSON has trouble with', async () => {
    const { db } = await databases.make(kind)
    const ledger = await ledgerOver(db, { key })
    const odd = 'zero \0, half \ud800, whole \u{1f600}, quote " and \u2028'
    const mended = 'zero \ufffd, half \ufffd, whole \u{1f600}, quote " and \u2028'
    await ledger.record(
      deed({
        object: { kind: 'recordings', ids: [odd], query: { text: odd } },
        origin: { address: odd, agent: odd, page: odd },
      }),
      { status: 200, heard: [{ startMs: 5, endMs: 5 }], bytes: 1.5, counts: { odd: Number.NaN } },
    )
    const { accesses } = await ledger.accesses({})
    expect(accesses[0]?.deed.object.ids).toEqual([mended])
    expect(accesses[0]?.deed.origin).toEqual({ address: mended, agent: mended, page: mended })
    expect((await ledger.verify(never)).verified).toMatchObject({ sound: true })
    expect((await verifyExport([await exported(ledger)])).status).toBe('sound')
    await ledger.stop()
  })

  test('an erasure takes the texts of one person and leaves every proof valid', async () => {
    const { db } = await databases.make(kind)
    const ledger = await ledgerOver(db, { key })
    for (const name of ['Ada', 'Ben', 'Ada']) {
      const entry = await ledger.intend(deed({ actor: someone(name) }))
      await entry.conclude({ status: 200, whose: [callOf(7, 31)] })
    }
    const before = await ledger.prove([0, 2])
    const ada = (await ledger.actors()).find((actor) => actor.name === 'Ada')?.key ?? ''
    expect(await ledger.erase(ada)).toBe(8)
    expect(await ledger.erase(ada)).toBe(0)

    expect((await ledger.actors()).map((actor) => actor.name)).toEqual(['Ben'])
    expect((await ledger.accesses({ actorKeys: [ada] })).accesses).toEqual([])
    const { accesses } = await ledger.accesses({ recordingIds: [7] })
    expect(accesses.map((access) => access.deed.actor?.name ?? null)).toEqual([null, 'Ben', null])
    expect(accesses[0]?.deed).toMatchObject({
      actorKey: null,
      purpose: null,
      origin: { address: null },
    })
    expect(accesses[0]?.outcome?.whose).toEqual([callOf(7, 31)])

    const after = await ledger.prove([0, 2])
    expect(after[0]).toEqual({ ...before[0], personal: {} })
    expect(after[1]).toEqual(before[1])
    expect((await ledger.verify(never)).verified).toMatchObject({ sound: true, size: 6 })
    expect(await verifyExport([await exported(ledger)])).toMatchObject({
      status: 'sound',
      erasedTexts: 8,
    })
    await ledger.stop()
  })

  test('starts, stops and says so; what it wrote is sound to a stranger', async () => {
    const { db } = await databases.make(kind)
    const ledger = await ledgerOver(db, { key, announce: true })
    await (await ledger.intend(deed())).conclude({ status: 200 })
    await ledger.stop()
    await ledger.stop()
    await expect(ledger.intend(deed())).rejects.toThrow('closed')
    await expect(ledger.check()).rejects.toThrow('closed')

    const again = await ledgerOver(db, { key })
    const { accesses } = await again.accesses({})
    expect(accesses.map((access) => access.deed.action)).toEqual([
      'ledger-start',
      'play',
      'ledger-stop',
    ])
    expect((await again.state()).checkpoint?.size).toBe(4)
    const report = await verifyExport([await exported(again)], {
      keys: [(await again.state()).verifierKey],
    })
    expect(report).toMatchObject({ status: 'sound', size: 4, openIntents: 0, keyTrusted: true })
    await again.stop()
  })
})
