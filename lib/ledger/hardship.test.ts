import Sqlite from 'better-sqlite3'
import { CamelCasePlugin, Kysely, SqliteDialect, sql } from 'kysely'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Schema } from '@/lib/store/schema'
import { DATABASE_KINDS, type DatabaseKind, TestDatabases } from '@/tests/ledger-databases'
import { deed, ledgerOver, ManualTime, newKey } from '@/tests/ledger-deeds'
import type { Entry } from './access-ledger'

const databases = new TestDatabases()
afterAll(() => databases.close())

const never = new AbortController().signal
const key = newKey()

const phases = async (db: Kysely<Schema>) =>
  (await db.selectFrom('ledgerEntry').select('phase').orderBy('sequence').execute()).map(
    (row) => row.phase,
  )

/** Keeps every writer of the ledger waiting, as a disk that hangs would. Resolves with what lets them go on. */
async function holdUp(kind: DatabaseKind, other: Kysely<Schema>): Promise<() => Promise<void>> {
  const [begin, end] =
    kind === 'sqlite'
      ? ['begin immediate', 'rollback']
      : [`select pg_advisory_lock(${0x666f_6375_736c_6467n})`, 'select pg_advisory_unlock_all()']
  let release = () => {}
  const released = new Promise<void>((done) => {
    release = done
  })
  let held = () => {}
  const holding = new Promise<void>((done) => {
    held = done
  })
  const work = other.connection().execute(async (connection) => {
    await sql.raw(begin).execute(connection)
    held()
    await released
    await sql.raw(end).execute(connection)
  })
  await holding
  return async () => {
    release()
    await work
  }
}

describe.each(DATABASE_KINDS)('with %s', (kind) => {
  test('a commit that takes ten seconds refuses the intent after five', async () => {
    const { db, again } = await databases.make(kind)
    const time = new ManualTime()
    const ledger = await ledgerOver(db, { key, clock: time, timers: time })
    const letGo = await holdUp(kind, await again())
    let answer: Entry | Error | null = null
    void ledger.intend(deed()).then(
      (entry) => {
        answer = entry
      },
      (error) => {
        answer = error
      },
    )
    time.pass(4_990)
    expect(answer).toBeNull()
    time.pass(20)
    await vi.waitFor(() => expect(answer).toBeInstanceOf(Error))
    time.pass(4_990)
    await letGo()
    // It landed all the same where it was on its way: then it closes by itself, as not served.
    if (kind === 'postgres')
      await vi.waitFor(async () => {
        time.pass(100)
        expect(await phases(db)).toEqual(['intent', 'outcome'])
      })
    const { accesses } = await ledger.accesses({})
    expect(accesses.map((access) => access.outcome?.problem)).toEqual(
      kind === 'postgres' ? ['ledger-unavailable'] : [],
    )
    await time.until(ledger.intend(deed()))
    expect((await ledger.verify(never)).verified?.sound).toBe(true)
  })

  test('a process that stood still for ten seconds does not serve the intent it wrote', async () => {
    const { db } = await databases.make(kind)
    const time = new ManualTime()
    const ledger = await ledgerOver(db, { key, clock: time, timers: time })
    const intent = ledger.intend(deed())
    const refused = expect(intent).rejects.toThrow('five seconds')
    // The commit has begun; until it ends no timer gets its turn.
    time.pass(5)
    time.stall(10_000)
    await refused
    await vi.waitFor(async () => {
      time.pass(100)
      const open = await db.selectFrom('ledgerOpen').selectAll().execute()
      expect(open).toEqual([])
    })
  })

  test('64 at once take few commits, and every one is there', async () => {
    const { db } = await databases.make(kind)
    const time = new ManualTime()
    const ledger = await ledgerOver(db, { key, clock: time, timers: time })
    const entries = Promise.all(Array.from({ length: 64 }, () => ledger.intend(deed())))
    // The sixty-fourth does not wait for the five milliseconds.
    const sequences = (await entries).map((entry) => entry.sequence)
    expect(sequences).toEqual(Array.from({ length: 64 }, (_, at) => at))
    const times = await db.selectFrom('ledgerEntry').select('timeMs').distinct().execute()
    expect(times).toHaveLength(1)
    const one = ledger.intend(deed())
    time.pass(4)
    expect(await phases(db)).toHaveLength(64)
    time.pass(1)
    expect((await one).sequence).toBe(64)
  })

  test('a clock that jumps never turns the order round, and the jump is told', async () => {
    const { db } = await databases.make(kind)
    const time = new ManualTime(Date.parse('2026-11-23T12:00:00.000Z'))
    const ledger = await ledgerOver(db, { key, clock: time, timers: time })
    const write = async () => {
      const done = ledger.record(deed())
      time.pass(5)
      await done
    }
    await write()
    time.setBack(3_600_000)
    await write()
    time.pass(10_000)
    await write()
    time.setBack(-7_200_000)
    await write()
    time.pass(1_000)
    await write()
    const rows = await db.selectFrom('ledgerEntry').select('leaf').orderBy('sequence').execute()
    const leaves = rows.map((row) => JSON.parse(row.leaf))
    expect(leaves.map((leaf) => [leaf.time, leaf.clock?.stepMs, leaf.clock?.reading])).toEqual([
      ['2026-11-23T12:00:00.005Z', undefined, undefined],
      ['2026-11-23T12:00:00.005Z', -3_600_000, '2026-11-23T11:00:00.010Z'],
      ['2026-11-23T12:00:00.005Z', undefined, undefined],
      ['2026-11-23T13:00:10.020Z', 7_200_000, '2026-11-23T13:00:10.020Z'],
      ['2026-11-23T13:00:11.025Z', undefined, undefined],
    ])
    expect((await ledger.verify(never)).verified?.sound).toBe(true)
  })
})

test('a full disk refuses, says so when asked, and what ended meanwhile is written once there is room', async () => {
  const { db, place } = await databases.make('sqlite')
  await db.destroy()
  const file = new Sqlite(place)
  const full = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: file }),
    plugins: [new CamelCasePlugin()],
  })
  const time = new ManualTime()
  const ledger = await ledgerOver(full, { key, timers: time, clock: time })
  const entry = await time.until(ledger.intend(deed()))

  file.pragma(`max_page_count = ${file.pragma('page_count', { simple: true })}`)
  const long = deed({ object: { kind: 'recordings', ids: [], query: 'x'.repeat(100_000) } })
  await expect(time.until(ledger.intend(long))).rejects.toThrow('full')
  await expect(ledger.check()).rejects.toThrow('full')
  const ended = { status: 200, problem: 'x'.repeat(100_000) }
  await expect(time.until(entry.conclude(ended), 100)).rejects.toThrow('five seconds')

  file.pragma('max_page_count = 1000000')
  await ledger.check()
  await vi.waitFor(async () => {
    time.pass(40_000)
    expect(await phases(full)).toEqual(['intent', 'outcome'])
  })
  expect((await ledger.accesses({})).accesses[0]?.state).toBe('closed')
  expect((await ledger.verify(never)).verified?.sound).toBe(true)
  await full.destroy()
})

test('a file that may only be read refuses to open, and refuses each entry when it became so', async () => {
  const { db, place } = await databases.make('sqlite')
  const time = new ManualTime()
  const ledger = await ledgerOver(db, { key, timers: time, clock: time })
  await sql`pragma query_only = on`.execute(db)
  await expect(time.until(ledger.intend(deed()))).rejects.toThrow('readonly')
  await expect(ledger.check()).rejects.toThrow('readonly')
  await sql`pragma query_only = off`.execute(db)
  expect((await time.until(ledger.intend(deed()))).sequence).toBe(0)

  const readOnly = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: new Sqlite(place, { readonly: true }) }),
    plugins: [new CamelCasePlugin()],
  })
  await expect(ledgerOver(readOnly, { key })).rejects.toThrow('readonly')
  await readOnly.destroy()
})

test('a commit that fails after it was done writes nothing twice, and serves nothing', async () => {
  const { db, place } = await databases.make('sqlite')
  await db.destroy()
  const file = new Sqlite(place)
  const prepare = file.prepare.bind(file)
  let failing = false
  // The disk answers an error for what it wrote: so does a connection that breaks at that moment.
  Object.assign(file, {
    prepare(source: string) {
      const statement = prepare(source)
      if (!failing || source !== 'commit') return statement
      return {
        reader: false,
        run() {
          statement.run()
          throw new Error('disk I/O error')
        },
      }
    },
  })
  const unsure = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: file }),
    plugins: [new CamelCasePlugin()],
  })
  const time = new ManualTime()
  const ledger = await ledgerOver(unsure, { key, timers: time, clock: time })
  const entry = await time.until(ledger.intend(deed()))
  failing = true
  await expect(time.until(ledger.intend(deed()))).rejects.toThrow('disk I/O error')
  await expect(time.until(entry.conclude({ status: 200 }), 100)).rejects.toThrow('five seconds')
  failing = false
  await vi.waitFor(async () => {
    time.pass(40_000)
    expect(await phases(unsure)).toEqual(['intent', 'intent', 'outcome', 'outcome'])
  })
  const { accesses } = await ledger.accesses({})
  expect(accesses.map((access) => access.outcome)).toMatchObject([
    { status: 200 },
    { status: 503, problem: 'ledger-unavailable' },
  ])
  expect((await ledger.verify(never)).verified?.sound).toBe(true)
  await unsure.destroy()
})
