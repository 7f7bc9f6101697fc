import { z } from 'zod'
import { InstantUtc } from './recording'

/** Somebody who can log in to Focus, with what they may do there. Only `userId` is certain. */
export const User = z.object({
  userId: z.number(),
  username: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** As Focus names them, in the order they came. */
  roles: z.array(z.string()),
  rights: z.array(z.string()),
  active: z.boolean().nullable(),
  lastLoginUtc: InstantUtc.nullable(),
  /** Whether a second factor is on. */
  twoFactor: z.boolean().nullable(),
  serviceUser: z.boolean().nullable(),
  otherFields: z.record(z.string(), z.unknown()),
})
export type User = z.infer<typeof User>
