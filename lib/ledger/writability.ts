import type { Kysely } from 'kysely'
import type { Schema } from '@/lib/store/schema'
import { transact } from './transact'

const PROBE = 'ledger-probe'
/** More than a group of entries takes. */
const PROBE_TEXT = 'x'.repeat(64 * 1024)

/** Writes and removes as much as a few entries take, on disk. Rejects with the storage's error when there is no room. */
export function proveWritable(db: Kysely<Schema>): Promise<void> {
  return transact(db, async (connection) => {
    await connection.deleteFrom('setting').where('name', '=', PROBE).execute()
    await connection.insertInto('setting').values({ name: PROBE, value: PROBE_TEXT }).execute()
    await connection.deleteFrom('setting').where('name', '=', PROBE).execute()
    // A commit that changed nothing would not reach the disk.
    await connection.insertInto('setting').values({ name: PROBE, value: '' }).execute()
  })
}
