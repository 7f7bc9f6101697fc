import { z } from 'zod'
import type { DirectoryUser } from '@/lib/contract/person'
import { optional, wireFlag, wireId, wireInstant, wireList, wireText } from './field'
import { readRow, readRows, type WireReply, wireEnvelope } from './row'

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

/** Users of one page, in the order they came. */
export function toDirectoryUsers(reply: WireReply): { users: DirectoryUser[]; unreadable: number } {
  const { rows, unreadable } = readRows(reply.rows, toDirectoryUser)
  return { users: rows, unreadable }
}

function toDirectoryUser(raw: unknown): DirectoryUser | null {
  const read = readRow(FocusUser, raw)
  if (read === null) return null
  const { row } = read
  return {
    userId: row.userId,
    username: row.username ?? null,
    name: row.displayName ?? null,
    email: row.email ?? null,
    active: row.active ?? null,
    serviceUser: row.isServiceUser ?? null,
  }
}
