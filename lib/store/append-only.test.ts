import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { CamelCasePlugin, Kysely, Migrator, SqliteDialect, sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { DATABASE_KINDS, TestDatabases } from '@/tests/ledger-databases'
import { deed, ledgerOver, newKey } from '@/tests/ledger-deeds'
import { ask } from '@/tests/postgres-server'
import { openDatabase, openPostgres } from './database'
import { MIGRATIONS } from './migrations'
import type { Schema } from './schema'

const databases = new TestDatabases()
afterAll(() => databases.close())

const key = newKey()

/** One of everything that may not change. */
async function withEntries(db: Kysely<Schema>): Promise<void> {
  const ledger = await ledgerOver(db, { key })
  await Promise.all(Array.from({ length: 20 }, () => ledger.record(deed())))
  await ledger.stop()
}

const CHANGES = [
  'update ledger_entry set action = action',
  'update ledger_node set position = position',
  'update ledger_checkpoint set note = note',
  'update ledger_personal set text = text',
  'delete from ledger_entry where sequence = 19',
  'delete from ledger_node',
  'delete from ledger_checkpoint',
]

describe.each(DATABASE_KINDS)('%s refuses', (kind) => {
  test('to change or remove what was appended', async () => {
    const { db } = await databases.make(kind)
    await withEntries(db)
    for (const change of CHANGES)
      await expect(sql.raw(change).execute(db), change).rejects.toThrow('append-only')
    const { rows } = await sql<{ n: number }>`select count(*) as n from ledger_entry`.execute(db)
    expect(rows).toEqual([{ n: 20 }])
  })
})

test('SQLite refuses to replace a row by inserting another in its place', async () => {
  const { db } = await databases.make('sqlite')
  await withEntries(db)
  for (const [table, columns] of [
    ['ledger_entry', 'sequence, time_ms, phase, action, intent, leaf_hash, leaf'],
    ['ledger_node', 'level, position, hash'],
    ['ledger_checkpoint', 'size, time_ms, note'],
  ] as const)
    await expect(
      sql
        .raw(`insert or replace into ${table} (${columns}) select ${columns} from ${table}`)
        .execute(db),
    ).rejects.toThrow('append-only')
})

test('PostgreSQL refuses to empty a table', async () => {
  const { db } = await databases.make('postgres')
  await withEntries(db)
  for (const table of ['ledger_entry', 'ledger_node', 'ledger_checkpoint'])
    await expect(sql.raw(`truncate ${table}`).execute(db)).rejects.toThrow('append-only')
})

test('a PostgreSQL role that may only insert runs the ledger, and can undo nothing', async () => {
  const { place } = await databases.make('postgres')
  const role = `writer_${new URL(place).pathname.slice(-12)}`
  await ask(place, `create role ${role} login password 'insert-only'`)
  const granted = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', 'scripts/database.ts'].concat(
      'grant',
      role,
    ),
    { encoding: 'utf8', env: { ...process.env, DATABASE_URL: place } },
  )
  expect([granted.stderr, granted.status]).toEqual(['', 0])
  const address = new URL(place)
  address.username = role
  address.password = 'insert-only'
  const limited = await openPostgres(address.href)
  try {
    const ledger = await ledgerOver(limited, { key, announce: true })
    const entry = await ledger.intend(deed())
    await entry.progress([{ startMs: 0, endMs: 9 }])
    await entry.conclude({ status: 200 })
    await ledger.check()
    const [actor] = await ledger.actors()
    expect(await ledger.erase(actor?.key ?? '')).toBe(4)
    expect((await ledger.verify(new AbortController().signal)).verified?.sound).toBe(true)
    await ledger.stop()
    for (const change of [
      ...CHANGES.filter((change) => !change.includes('ledger_personal')),
      'truncate ledger_entry',
      'alter table ledger_entry disable trigger all',
      'drop table ledger_entry',
    ])
      await expect(sql.raw(change).execute(limited), change).rejects.toThrow(
        /permission denied|must be owner/,
      )
  } finally {
    await limited.destroy()
    await ask(place, `drop owned by ${role}`)
    await ask(place, `drop role ${role}`)
  }
}, 60_000)

test('PostgreSQL holds moments in milliseconds', async () => {
  const { db } = await databases.make('postgres')
  const row = { sessionId: 's', endedMs: Date.parse('2026-11-23T12:00:00.000Z') }
  await db.insertInto('endedSession').values(row).execute()
  expect(await db.selectFrom('endedSession').selectAll().execute()).toEqual([row])
})

test('a database of before the ledger keeps what it holds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'focus-console-older-'))
  const older = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: new Sqlite(join(folder, 'focus-console.db')) }),
    plugins: [new CamelCasePlugin()],
  })
  const migrations = Object.fromEntries(Object.entries(MIGRATIONS).slice(0, 1))
  await new Migrator({
    db: older,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest()
  const row = { sessionId: 's', endedMs: 1 }
  await older.insertInto('endedSession').values(row).execute()
  await older.destroy()

  const db = await openDatabase(folder)
  expect(await db.selectFrom('endedSession').selectAll().execute()).toEqual([row])
  expect(await db.selectFrom('ledgerEntry').selectAll().execute()).toEqual([])
  await db.destroy()
  rmSync(folder, { recursive: true })
})
