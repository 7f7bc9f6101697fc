import 'server-only'
import type { Kysely } from 'kysely'
import type { Dismissal } from '@/lib/contract/finding'
import type { Schema } from '@/lib/store/schema'

/** All findings that were set aside, the newest first. Rejects with the storage's own error. */
export function listDismissals(db: Kysely<Schema>): Promise<Dismissal[]> {
  return db
    .selectFrom('findingDismissal')
    .select(['key', 'reason', 'by', 'timeUtc'])
    .orderBy('timeUtc', 'desc')
    .orderBy('key')
    .execute()
}

/** Sets a finding aside; one that was already keeps its first reason. Rejects with the storage's own error. */
export async function dismiss(db: Kysely<Schema>, dismissal: Dismissal): Promise<void> {
  await db
    .insertInto('findingDismissal')
    .values(dismissal)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}
