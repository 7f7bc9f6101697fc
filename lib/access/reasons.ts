import 'server-only'
import { createHmac, randomUUID } from 'node:crypto'
import { config } from '@/lib/config/config'
import type { AccessReason } from '@/lib/contract/access-reason'
import { database } from '@/lib/store/database'

/** Tells one session's reasons from another's; keyed, so that the table cannot name a session. */
function hashOf(sessionId: string): string {
  return createHmac('sha256', config().auth.secret).update(`reasons\n${sessionId}`).digest('hex')
}

/**
 * Keeps a reason for the session that gives it, and forgets those of sessions that are over by age. Resolves
 * with its id. Rejects with the store's error.
 */
export async function keepReason(
  sessionId: string,
  { purpose, caseNumber }: AccessReason,
  nowMs: number,
): Promise<string> {
  const db = await database()
  const id = randomUUID()
  const row = { id, sessionHash: hashOf(sessionId), purpose, caseNumber, createdMs: nowMs }
  await db.insertInto('accessReason').values(row).execute()
  await db
    .deleteFrom('accessReason')
    .where('createdMs', '<', nowMs - config().auth.absoluteMs)
    .execute()
  return id
}

/** The reason with that id; null when this session gave none such. Rejects with the store's error. */
export async function reasonOf(sessionId: string, id: string): Promise<AccessReason | null> {
  const row = await (await database())
    .selectFrom('accessReason')
    .select(['purpose', 'caseNumber'])
    .where('id', '=', id)
    .where('sessionHash', '=', hashOf(sessionId))
    .executeTakeFirst()
  return row ?? null
}
