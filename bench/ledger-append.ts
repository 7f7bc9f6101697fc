/** `npm run bench -- ledger-append`: durable entries a second beside plain rows in the same database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Deed, Ledger } from '@/lib/ledger/access-ledger'
import { openLedger } from '@/lib/ledger/open-ledger'
import { readSigningKey } from '@/lib/ledger/signing-key'
import { openPostgres, openSqliteFile } from '@/lib/store/database'
import type { Schema } from '@/lib/store/schema'
import { startPostgres } from '../tests/postgres-server'

const AT_ONCE = 64
const RUN_MS = 5_000
const ROUNDS = 3

const DEED: Deed = {
  action: 'play',
  object: { kind: 'recording', ids: ['4711'] },
  actor: {
    issuer: 'https://id.example',
    subject: 'u17',
    name: 'Sam Field',
    email: 'sam.field@example.com',
    roles: ['compliance-officer'],
  },
  sessionId: 'd41d8cd98f00b204',
  purpose: { purpose: 'Complaint', caseNumber: 'C-2026-118' },
  allowed: true,
  rule: 'permission:recordings.play',
  origin: { address: '192.0.2.7', agent: 'Mozilla/5.0 (X11; Linux x86_64)', page: '/recordings' },
  requestId: '0f8fad5b',
}

/** Calls a second, by so many workers one after the other. */
async function rate(workers: number, call: () => Promise<unknown>): Promise<number> {
  const endMs = performance.now() + RUN_MS
  const beganMs = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (performance.now() < endMs) {
        await call()
        done += 1
      }
    }),
  )
  return (done / (performance.now() - beganMs)) * 1000
}

const median = (rates: number[]) => rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0

type Way = { name: string; workers: number; call: () => Promise<unknown> }

async function measure(kind: string, db: Kysely<Schema>, ledger: Ledger): Promise<string[]> {
  await sql`create table plain_row (id ${sql.raw(kind === 'SQLite' ? 'integer primary key' : 'bigserial primary key')}, text text not null)`.execute(
    db,
  )
  const text = JSON.stringify(DEED)
  const insert = () => sql`insert into plain_row (text) values (${text})`.execute(db)
  const intend = () => ledger.intend(DEED)
  const ways: Way[] = [
    { name: 'plain', workers: 1, call: insert },
    { name: 'ledger', workers: 1, call: intend },
    { name: 'plain', workers: AT_ONCE, call: insert },
    { name: 'ledger', workers: AT_ONCE, call: intend },
  ]
  const rates = new Map<Way, number[]>(ways.map((way) => [way, []]))
  // In turn, so that a neighbour on the machine falls on all alike.
  for (let round = 0; round < ROUNDS; round += 1)
    for (const way of ways) rates.get(way)?.push(await rate(way.workers, way.call))
  const [plainAlone = 0, ledgerAlone = 0, plainMany = 0, ledgerMany = 0] = ways.map((way) =>
    median(rates.get(way) ?? []),
  )
  const row = (who: string, plain: number, entries: number) =>
    `| ${kind}, ${who} | ${plain.toFixed(0)} | ${entries.toFixed(0)} | ${(entries / plain).toFixed(2)} |`
  return [
    row('one after the other', plainAlone, ledgerAlone),
    row(`${AT_ONCE} at once`, plainMany, ledgerMany),
  ]
}

/** Median of three rounds of five seconds each, in turn. */
export async function ledgerAppend(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'focus-console-append-'))
  const postgres = await startPostgres({ durable: true })
  try {
    const rows: string[] = []
    for (const [kind, db] of [
      ['SQLite', await openSqliteFile(join(folder, 'append.db'))],
      ['PostgreSQL', await openPostgres(await postgres.makeDatabase())],
    ] as const) {
      const ledger = await openLedger({
        db,
        key: readSigningKey(join(folder, 'key.pem'), true),
        name: 'bench.example/access-ledger',
        sessionSecret: 'of the bench',
        build: '0.0.0-bench',
      })
      rows.push(...(await measure(kind, db, ledger)))
      await ledger.stop()
      await db.destroy()
    }
    return [
      '| durable writes a second | plain single-row inserts | ledger entries | ledger ÷ plain |',
      '|---|---|---|---|',
      ...rows,
    ]
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
