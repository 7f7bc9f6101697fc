import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { isPostgres } from './dialect'
import type { Schema } from './schema'

/**
 * Runs `work` in a transaction that writes from its beginning: with SQLite no other writer is in one, in any process. On disk
 * once it resolves. Rejects with the first error, and nothing was written; but once `committing` was called it may have been
 * written all the same.
 */
export function writeTransaction<T>(
  db: Kysely<Schema>,
  work: (db: Kysely<Schema>) => Promise<T>,
  committing: () => void = () => undefined,
): Promise<T> {
  return db.connection().execute(async (connection) => {
    // A stricter level would read the state of before the wait for a lock.
    if (isPostgres(db))
      await sql`start transaction isolation level read committed`.execute(connection)
    else await sql`begin immediate`.execute(connection)
    try {
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

const ATTEMPTS = 8
const PAUSE_MS = 50

/**
 * The same for somebody who waits for it: begun again while another process writes SQLite's file, at most eight times, about
 * two and a half seconds in all. `work` is run anew each time.
 */
export async function writeBetweenOthers<T>(
  db: Kysely<Schema>,
  work: (db: Kysely<Schema>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await writeTransaction(db, work)
    } catch (error) {
      if (attempt === ATTEMPTS || !isBusy(error)) throw error
      await pause(PAUSE_MS)
    }
}
