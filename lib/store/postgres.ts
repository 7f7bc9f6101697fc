import { CompiledQuery, type Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { log } from '@/lib/config/log'
import { APPEND_ONLY } from './access-ledger-tables'
import type { Schema } from './schema'

const INT8_OID = 20

/** Connections to PostgreSQL: at most ten; a commit is on disk when it is answered, whatever the server's default. */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // A statement that hangs would keep its connection for ever.
    statement_timeout: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8_OID ? readInt8 : pg.types.getTypeParser(oid, format),
    },
  })
  // An idle connection that breaks is replaced by the next question; unheard, it would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'a database connection broke'))
  return new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('set synchronous_commit = on'))
    },
  })
}

/** The ledger hashes UTF-8: another encoding would not hold every text. Rejects, saying so. */
export async function refuseOtherEncodings(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ encoding: string }>`
    select current_setting('server_encoding') as encoding`.execute(db)
  const encoding = rows[0]?.encoding
  if (encoding !== 'UTF8')
    throw new Error(`The database has the encoding ${encoding}; make one with UTF8.`)
}

/** Text beyond 2^53: nothing of ours reaches that. */
function readInt8(text: string): number | string {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : text
}

/**
 * Lets a PostgreSQL role run the console without owning a table: it may read and insert into the append-only
 * tables and nothing else there, and read and write the others. Called as the owner. Rejects with the database's own error.
 */
export async function grantWriter(db: Kysely<Schema>, role: string): Promise<void> {
  const others = [
    'account',
    'ended_session',
    'ledger_personal',
    'ledger_lookup',
    'ledger_open',
    'ledger_writer',
    'finding_dismissal',
    'access_reason',
    'saved_view',
    'default_view',
    'setting',
  ]
  const list = (names: readonly string[]) => sql.join(names.map((name) => sql.table(name)))
  const to = sql.id(role)
  await sql`grant select on kysely_migration, kysely_migration_lock to ${to}`.execute(db)
  await sql`grant select, insert on ${list(APPEND_ONLY)} to ${to}`.execute(db)
  await sql`grant select, insert, update, delete on ${list(others)} to ${to}`.execute(db)
}
