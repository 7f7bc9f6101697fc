import 'server-only'
import type { Kysely } from 'kysely'
import type { Schema } from '@/lib/store/schema'

/** Makes a signed-out session's cookie worthless, and forgets those that have ended by age anyway. */
export async function endSession(
  db: Kysely<Schema>,
  sessionId: string,
  nowMs: number,
  absoluteMs: number,
): Promise<void> {
  await db
    .insertInto('endedSession')
    .values({ sessionId, endedMs: nowMs })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .deleteFrom('endedSession')
    .where('endedMs', '<', nowMs - absoluteMs)
    .execute()
}

export async function isEnded(db: Kysely<Schema>, sessionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('endedSession')
    .select('sessionId')
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  return row !== undefined
}
