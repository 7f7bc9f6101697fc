import { type Kysely, sql } from 'kysely'
import { isPostgres } from '@/lib/store/dialect'
import type { Schema } from '@/lib/store/schema'
import { transact } from './transact'

/** What a person's own entries say of that person. `whose` speaks of the parties of a call, not of who heard it. */
const OWN_FIELDS = ['actor', 'query', 'purpose', 'address', 'agent']

/** Removes the clear texts of one person's entries and what finds them by person. Resolves with how many texts went. */
export async function eraseActor(db: Kysely<Schema>, actorKey: string): Promise<number> {
  const removed = await transact(db, async (connection) => {
    const theirs = connection
      .selectFrom('ledgerLookup')
      .select('sequence')
      .where('kind', '=', 'actor')
      .where('key', '=', actorKey)
    const texts = await connection
      .deleteFrom('ledgerPersonal')
      .where('field', 'in', OWN_FIELDS)
      .where('sequence', 'in', theirs)
      .executeTakeFirst()
    await connection
      .deleteFrom('ledgerLookup')
      .where('kind', '=', 'address')
      .where('sequence', 'in', theirs)
      .execute()
    await connection
      .deleteFrom('ledgerLookup')
      .where('kind', '=', 'actor')
      .where('key', '=', actorKey)
      .execute()
    return Number(texts.numDeletedRows)
  })
  // The write-ahead log holds the old pages until it is written back.
  if (!isPostgres(db)) await sql`pragma wal_checkpoint(truncate)`.execute(db)
  return removed
}
