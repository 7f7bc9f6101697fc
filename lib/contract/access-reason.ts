import { z } from 'zod'

/** Whether a reason is asked for before play, download and export. */
export const ReasonRule = z.enum(['off', 'optional', 'required'])
export type ReasonRule = z.infer<typeof ReasonRule>

/** What holds for the caller: the strictest of their roles, and stricter ones for calls with a tag. */
export const ReasonPolicy = z.object({
  rule: ReasonRule,
  /** Whole dotted tags. */
  tags: z.record(z.string(), ReasonRule),
})
export type ReasonPolicy = z.infer<typeof ReasonPolicy>

/** Why somebody is about to play, download or export. */
export const AccessReason = z.strictObject({
  purpose: z.string().trim().min(3).max(500),
  caseNumber: z.string().trim().max(100).nullable(),
})
export type AccessReason = z.infer<typeof AccessReason>

/** Named in `reason=` of the calls that ask for one; good for the session that gave it. */
export const ReasonId = z.uuid()
export const ReasonGiven = z.object({ reasonId: ReasonId })
