import { type Kysely, sql } from 'kysely'
import { isPostgres } from '@/lib/store/dialect'
import type { Schema } from '@/lib/store/schema'
import { writeTransaction } from '@/lib/store/write-transaction'

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
  committing?: () => void,
): Promise<T> {
  return writeTransaction(
    db,
    async (connection) => {
      if (isPostgres(db))
        await sql`select pg_advisory_xact_lock(${sql.lit(SEQUENCER)})`.execute(connection)
      return work(connection)
    },
    committing,
  )
}
