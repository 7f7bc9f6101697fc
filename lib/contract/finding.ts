import { z } from 'zod'
import { InstantUtc } from './recording'

/** What the rules of findings must know beside the events: all of it named, so that a rule is a pure function. */
export const FindingContext = z.object({
  /** Focus's name for the one service user. */
  serviceUser: z.string(),
  workingHours: z.object({
    /** 1 is Monday, 7 is Sunday. */
    days: z.array(z.int().min(1).max(7)),
    /** Minutes after midnight, from inclusive, to exclusive. */
    fromMinute: z.int(),
    toMinute: z.int(),
    /** IANA. */
    timeZone: z.string(),
  }),
  /** People of Focus by e-mail address, lower case: who an actor is as a party of calls. */
  people: z.array(
    z.object({
      personId: z.number(),
      name: z.string(),
      email: z.string().nullable(),
      department: z.string().nullable(),
      groups: z.array(z.string()),
      active: z.boolean().nullable(),
      /** Person id of the manager; null when nobody said. */
      managerId: z.number().nullable(),
    }),
  ),
  /** Whether anybody told this console who reports to whom. */
  reportingLinesKnown: z.boolean(),
  /** By actor: plays a day over the thirty days before the range, and the groups whose calls they had accessed before it. */
  before: z.array(
    z.object({
      key: z.string(),
      playsPerDay: z.number().nonnegative(),
      groups: z.array(z.string()),
    }),
  ),
})
export type FindingContext = z.infer<typeof FindingContext>

/** A finding set aside, with the reason, by whom and when. The finding's key says which. */
export const Dismissal = z.object({
  key: z.string(),
  reason: z.string(),
  by: z.string(),
  timeUtc: InstantUtc,
})
export type Dismissal = z.infer<typeof Dismissal>
export const Dismissals = z.object({ dismissals: z.array(Dismissal) })
export const DismissalRequest = z.strictObject({
  key: z.string().min(1).max(300),
  reason: z.string().trim().min(3).max(500),
  /** The sentence that was dismissed, for the ledger. */
  sentence: z.string().max(1000),
})
export const FindingContextQuery = z.object({
  from: InstantUtc.optional(),
  to: InstantUtc.optional(),
})
