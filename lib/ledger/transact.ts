import { type Kysely, sql } from 'kysely'
import { isPostgres } from '@/lib/store/dialect'
import type { Schema } from '@/lib/store/schema'

/** Any number that no other program of the same database locks: the letters `focusldg`. */
const SEQUENCER = 0x666f_6375_736c_6467n

/**
 * Runs `work` in a transaction that no other writer of the ledger is in, in any process: what it reads is the
 * last word. On disk once it resolves. Rejects with the first error, and nothing was written; but once
 * `committing` was called it may have been written all the same.
 */
export function transact<T>(
  db: Kysely<Schema>,
  work: (db: Kysely<Schema>) => Promise<T>,
  committing: () => void = () => undefined,
): Promise<T> {
  return db.connection().execute(async (connection) => {
    // A stricter level would read the state of before the wait for the lock.
    if (isPostgres(db))
      await sql`start transaction isolation level read committed`.execute(connection)
    else await sql`begin immediate`.execute(connection)
    try {
      if (isPostgres(db))
        await sql`select pg_advisory_xact_lock(${sql.lit(SEQUENCER)})`.execute(connection)
      const result = await work(connection)
      committing()
      await sql`commit`.execute(connection)
      return result
    } catch (error) {
      // SQLite may have rolled back by itself; a broken connection has.
      await sql`rollback`.execute(connection).catch(() => undefined)
      throw error
    }
  })
}

/** Whether another process was writing SQLite's file: the same is worth trying again at once. */
export function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('SQLITE_BUSY')
  )
}
