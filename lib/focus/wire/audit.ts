import { z } from 'zod'
import { optional, wireId, wireInstant, wireText } from './field'
import { wireEnvelope } from './row'

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
