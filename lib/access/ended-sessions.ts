import 'server-only'
import type { Kysely } from 'kysely'
import type { Schema } from '@/lib/store/schema'

const MOST_REMEMBERED = 10_000
const KEY = Symbol.for('focus-console.ended-sessions')
const shared = globalThis as { [KEY]?: Set<string> } // a slot under a symbol of our own

/** Those that this process ended: signing out works, too, while the store takes nothing. */
function endedHere(): Set<string> {
  shared[KEY] ??= new Set()
  return shared[KEY]
}

/** Makes a signed-out session's cookie worthless, and forgets those that have ended by age anyway. */
export async function endSession(
  db: Kysely<Schema>,
  sessionId: string,
  nowMs: number,
  absoluteMs: number,
): Promise<void> {
  const remembered = endedHere().add(sessionId)
  const [oldest] = remembered
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
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
  if (endedHere().has(sessionId)) return true
  const row = await db
    .selectFrom('endedSession')
    .select('sessionId')
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  return row !== undefined
}
