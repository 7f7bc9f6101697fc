import { z } from 'zod'
import { optional, wireFlag, wireId, wireInstant, wireList, wireText } from './field'
import { wireEnvelope } from './row'

/** The reply of call 13; all assumed. */
export const FocusUsers = wireEnvelope('users')

export const FocusUser = z.object({
  userId: wireId,
  username: optional(wireText),
  displayName: optional(wireText),
  email: optional(wireText),
  roles: optional(wireList),
  rights: optional(wireList),
  active: optional(wireFlag),
  lastLoginUTC: optional(wireInstant),
  twoFactorEnabled: optional(wireFlag),
  isServiceUser: optional(wireFlag),
})

export const UserSearchRequest = z.object({
  search: z.string().optional(),
  active: z.boolean().optional(),
  limit: z.int().optional(),
  offset: z.int().optional(),
})
