/**
 * A writer that is killed, begun by `ledger-kill.ts`: reads its orders from standard input, makes accesses as the
 * gate does (intent, Focus, outcome), says on standard output what was acknowledged, and ends itself by SIGKILL at
 * the point it was told.
 */
import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import Sqlite from 'better-sqlite3'
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely'
import { openLedger } from '@/lib/ledger/open-ledger'
import { readSigningKey } from '@/lib/ledger/signing-key'
import { postgresDialect } from '@/lib/store/postgres'
import type { Schema } from '@/lib/store/schema'
import type { KillOrders } from './ledger-kill'
import { type KillPoint, watchedDialect } from './kill-points'

const WORKERS = 3

const lines = createInterface({ input: process.stdin })
writeSync(1, 'R\n')
const [text] = await once(lines, 'line')
const orders: KillOrders = JSON.parse(text)

let left = orders.nth
function reach(point: KillPoint): void {
  if (point !== orders.point) return
  left -= 1
  if (left <= 0) process.kill(process.pid, 'SIGKILL')
}

function dialect() {
  if (orders.place.startsWith('postgres')) return postgresDialect(orders.place)
  const file = new Sqlite(orders.place)
  // As lib/store/database.ts opens it.
  for (const pragma of ['busy_timeout = 1000', 'journal_mode = WAL', 'synchronous = FULL'])
    file.pragma(pragma)
  return new SqliteDialect({ database: file })
}

const db = new Kysely<Schema>({
  dialect: watchedDialect(dialect(), reach),
  plugins: [new CamelCasePlugin()],
})
const ledger = await openLedger({
  db,
  key: readSigningKey(orders.keyFile, false),
  name: orders.name,
  sessionSecret: 'of the bench',
  build: '0.0.0-bench',
  witness: orders.witness,
  checkpoint: { entries: orders.checkpointEvery, waitMs: 20 },
})

let asked = 0
async function access(): Promise<void> {
  asked += 1
  const requestId = `${orders.cycle}-${asked}`
  const recordingId = String(1000 + asked)
  const entry = await ledger.intend({
    action: 'play',
    object: { kind: 'recording', ids: [recordingId] },
    actor: { issuer: 'bench', subject: 'u1', name: 'Sam Field', email: null, roles: [] },
    sessionId: 'session',
    purpose: null,
    allowed: true,
    rule: 'permission:recordings.play',
    origin: { address: '192.0.2.1', agent: null, page: '/recordings' },
    requestId,
  })
  writeSync(1, `A ${entry.sequence} ${requestId}\n`)
  reach('before-focus')
  const answer = await fetch(`${orders.focus}/${requestId}/${entry.sequence}`)
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length
    reach('in-stream')
    await entry.progress([{ startMs: 0, endMs: bytes }])
  }
  reach('before-outcome')
  await entry.conclude({ status: answer.status, bytes })
  writeSync(1, `C ${entry.sequence} ${bytes}\n`)
}

await Promise.all(
  Array.from({ length: WORKERS }, async () => {
    for (;;) await access()
  }),
)
