import 'server-only'
import type { Kysely } from 'kysely'
import type { Schema } from '@/lib/store/schema'

const MOST_REMEMBERED = 10_000
const KEY = Symbol.for('focus-console.ended-sessions')
const shared = globalThis as { [KEY]?: Map<string, number> } // a slot under a symbol of our own

/** Those that this process ended: signing out works, too, while the store takes nothing. */
function endedHere(): Map<string, number> {
  shared[KEY] ??= new Map()
  return shared[KEY]
}

/** Makes a signed-out session's cookie worthless, and forgets those that have ended by age anyway. */
export async function endSession(
  db: Kysely<Schema>,
  sessionId: string,
  nowMs: number,
  absoluteMs: number,
): Promise<void> {
  const remembered = endedHere().set(sessionId, nowMs)
  for (const [id, endedMs] of remembered) {
    if (remembered.size <= MOST_REMEMBERED && endedMs >= nowMs - absoluteMs) break
    remembered.delete(id)
  }
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
