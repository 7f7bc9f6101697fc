import { z } from 'zod'
import type { FocusAccess } from '@/lib/contract/access-event'
import { optional, wireId, wireInstant, wireText } from './field'
import { readReply, readRow, type WireReply, wireEnvelope } from './row'

/** The reply of call 7; all assumed. */
export const FocusAudit = wireEnvelope('audit')

export const FocusAuditEvent = z.object({
  auditId: wireId,
  datetimeUTC: optional(wireInstant),
  username: optional(wireText),
  userId: optional(wireId),
  action: optional(wireText),
  ipAddress: optional(wireText),
  detail: optional(wireText),
})

/** The rows of the recording that was asked for, in the order they came. */
export function toAccessAudit(
  recordingId: number,
  reply: WireReply,
): { rows: FocusAccess[]; unreadable: number } {
  return readReply(reply, (raw) => toFocusAccess(recordingId, raw))
}

function toFocusAccess(recordingId: number, raw: unknown): FocusAccess | null {
  const read = readRow(FocusAuditEvent, raw)
  if (read === null) return null
  const { row } = read
  return {
    id: row.auditId,
    recordingId,
    timeUtc: row.datetimeUTC ?? null,
    username: row.username ?? null,
    userId: row.userId ?? null,
    action: row.action ?? null,
    address: row.ipAddress ?? null,
    detail: row.detail ?? null,
  }
}
