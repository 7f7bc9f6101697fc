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
  /** Whether programs sign in as them, as Focus marks it; where it marks nothing, `ours` is one. */
  serviceUser: z.boolean().nullable(),
  /** Whether this console calls Focus as them. */
  ours: z.boolean(),
  otherFields: z.record(z.string(), z.unknown()),
})
export type User = z.infer<typeof User>

/** What users can be asked for; fields combine with AND. */
export const UserSearch = z.strictObject({
  /** Part of a name. */
  text: z.string().trim().min(1).max(200).optional(),
  active: z.boolean().optional(),
  /** 1 to 200; 200 when left out. */
  limit: z.int().min(1).max(200).optional(),
  offset: z.int().min(0).max(10_000_000).optional(),
})
export type UserSearch = z.infer<typeof UserSearch>

/** One page of users. */
export const UserPage = z.object({
  users: z.array(User),
  /** Null when Focus does not say. */
  total: z.int().nonnegative().nullable(),
  /** Where the next page starts; null at the end. */
  nextOffset: z.int().nonnegative().nullable(),
  /** Rows of this page that could not be decoded and are left out. */
  unreadable: z.int().nonnegative(),
})
export type UserPage = z.infer<typeof UserPage>
