import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import type { Deed } from '@/lib/ledger/access-ledger'
import { openLedger } from '@/lib/ledger/open-ledger'
import { openSqliteFile } from '@/lib/store/database'
import { readPostgres, readSqlite } from '@/scripts/ledger-tables'
import { verifyTables } from '@/scripts/verify-tables'
import { verifyExport } from '@/verifier/ledger-verify.mjs'
import { DATABASE_KINDS, TestDatabases } from '../ledger-databases'

const databases = new TestDatabases()
afterAll(() => databases.close())

const { privateKey } = generateKeyPairSync('ed25519')
const NAME = 'console.example/access-ledger'
const DEED: Deed = {
  action: 'play',
  object: { kind: 'recording', ids: ['4711'], query: { text: 'naïve “query”', 10: 1, 9: 2 } },
  actor: { issuer: 'local', subject: 'u1', name: 'Zoë', email: null, roles: ['qa-reviewer'] },
  sessionId: 'session',
  purpose: { purpose: 'Complaint', caseNumber: 'C-1' },
  allowed: true,
  rule: 'permission:recordings.play',
  origin: { address: '192.0.2.1', agent: 'Agent', page: '/recordings' },
  requestId: 'r1',
}

/** Forty accesses with every phase, and a refusal; the key as the ledger writes it. */
async function write(db: Parameters<typeof openLedger>[0]['db']): Promise<string> {
  const ledger = await openLedger({
    db,
    key: privateKey,
    name: NAME,
    sessionSecret: 'secret',
    build: '0.1.0',
    checkpoint: { entries: 16, waitMs: 60_000 },
  })
  for (let nth = 0; nth < 40; nth += 1) {
    const entry = await ledger.intend(DEED)
    await entry.progress([{ startMs: 0, endMs: 5_000 }])
    const whose = {
      recordingId: 4711,
      parties: [],
      direction: null,
      startUtc: null,
      durationMs: null,
      retentionGroupId: null,
    }
    const call = {
      call: 'getAudio',
      status: null,
      attempts: 2,
      startedUtc: '2026-11-23T10:00:00.000Z',
      durationMs: 12.5,
      recordingId: 4711,
    }
    await entry.conclude({
      status: 200,
      bytes: 10,
      heard: [{ startMs: 0, endMs: 9_000 }],
      counts: { rows: 3 },
      upstream: [call],
      whose: [whose],
    })
  }
  await ledger.record({ ...DEED, allowed: false, rule: 'reason-required', actor: null })
  const { verifierKey } = await ledger.state()
  await ledger.stop()
  return verifierKey
}

describe.each(DATABASE_KINDS)('the ledger that the console wrote to %s', (kind) => {
  test('is sound to the verifier, table by table and as an export', async () => {
    const { db, place } = await databases.make(kind)
    const key = await write(db)
    const read = () => (kind === 'sqlite' ? readSqlite(place) : readPostgres(place))
    const before = await read()
    const sound = { status: 'sound', openIntents: 0, unproved: 0, problems: [] }
    expect(await verifyTables(before, { keys: [key] })).toMatchObject({ ...sound, entries: 123 })
    await before.close()

    const ledger = await openLedger({
      db,
      key: privateKey,
      name: NAME,
      sessionSecret: 'secret',
      build: '0.1.0',
    })
    const bytes = ledger.exportLines(new AbortController().signal)
    const report = await verifyExport(bytes, { keys: [key] })
    expect(report).toMatchObject(sound)
    expect(report.texts).toBeGreaterThan(200)
    await ledger.stop()

    // Text that is changed where nothing else shows it.
    const triggers =
      kind === 'sqlite'
        ? 'drop trigger ledger_personal_no_update'
        : 'drop trigger no_update on ledger_personal'
    await sql.raw(triggers).execute(db)
    await sql`update ledger_personal set text = 'Somebody else' where sequence = 61`.execute(db)
    const after = await read()
    expect(await verifyTables(after, { keys: [key] })).toMatchObject({
      status: 'tampered',
      firstBad: 61,
    })
    await after.close()
  })
})

test('npm run ledger:verify reads the database, the key file and the witness of the environment', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'focus-console-verify-'))
  mkdirSync(dataDir, { recursive: true })
  const db = await openSqliteFile(join(dataDir, 'focus-console.db'))
  const key = await write(db)
  const last = await db
    .selectFrom('ledgerCheckpoint')
    .select('note')
    .orderBy('size', 'desc')
    .executeTakeFirstOrThrow()
  const keyFile = join(dataDir, 'ledger-key.pem')
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  writeFileSync(join(dataDir, 'witness'), `${last.note}\n`)
  const run = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'scripts/ledger-verify.ts', ...args],
      {
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'test',
          DATA_DIR: dataDir,
          LEDGER_NAME: NAME,
          LEDGER_WITNESS: join(dataDir, 'witness'),
        },
      },
    )
  const sound = run()
  expect(sound.stderr).toBe('')
  expect(sound.stdout).toContain('1 checkpoint kept elsewhere compared')
  expect(sound.stdout).toContain('SOUND')
  expect(sound.status).toBe(0)

  // What a thief with the database and without the witness would do.
  for (const name of ['ledger_entry', 'ledger_checkpoint', 'ledger_node'])
    await sql.raw(`drop trigger ${name}_no_delete`).execute(db)
  await sql`delete from ledger_entry where sequence >= 100`.execute(db)
  await sql`delete from ledger_personal where sequence >= 100`.execute(db)
  await sql`delete from ledger_checkpoint where size > 100`.execute(db)
  await sql`delete from ledger_node where (position + 1) * (1 << level) > 100`.execute(db)
  const cut = run('--json', '--key', key)
  expect(JSON.parse(cut.stdout)).toMatchObject({ status: 'tampered', firstBad: 100 })
  expect(cut.status).toBe(1)
  await db.destroy()
})
