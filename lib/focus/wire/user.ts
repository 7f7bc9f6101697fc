import { z } from 'zod'
import type { User, UserPage, UserSearch } from '@/lib/contract/user'
import { optional, wireFlag, wireId, wireInstant, wireList, wireText } from './field'
import { nextOffset, totalOf } from './recording-search'
import {
  type NoteUnreadable,
  readParts,
  readReply,
  readRow,
  type WireReply,
  wireEnvelope,
} from './row'

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

type WireUserSearch = z.infer<typeof UserSearchRequest> & { limit: number; offset: number }

export function toUserSearch(search: UserSearch, most: number): WireUserSearch {
  const { text, active, limit = most, offset = 0 } = search
  return {
    ...(text !== undefined && text !== '' && { search: text }),
    ...(active !== undefined && { active }),
    limit,
    offset,
  }
}

/**
 * One page of users, in the order they came; without a total a short page is the last. `ownUsername` is whom this console
 * calls Focus as.
 */
export function toUserPage(
  request: WireUserSearch,
  reply: WireReply,
  ownUsername: string,
): UserPage {
  const { rows, unreadable } = readReply(reply, (raw, note) => toUser(raw, fold(ownUsername), note))
  const total = totalOf(reply)
  return {
    users: rows,
    total,
    nextOffset: nextOffset(request, reply.rows.length, total),
    unreadable,
  }
}

/** A username as it is compared: Focus may spell it otherwise than the configuration. */
const fold = (name: string) => name.trim().toLowerCase()

function toUser(raw: unknown, own: string, note: NoteUnreadable): User | null {
  const read = readRow(FocusUser, raw)
  if (read === null) return null
  const { row, otherFields } = read
  const ours = row.username !== undefined && row.username !== null && fold(row.username) === own
  return {
    userId: row.userId,
    username: row.username ?? null,
    name: row.displayName ?? null,
    email: row.email ?? null,
    roles: readParts(row.roles, toName, note),
    rights: readParts(row.rights, toName, note),
    active: row.active ?? null,
    lastLoginUtc: row.lastLoginUTC ?? null,
    twoFactor: row.twoFactorEnabled ?? null,
    serviceUser: row.isServiceUser ?? (ours || null),
    ours,
    otherFields,
  }
}

const toName = (raw: unknown) => optional(wireText).parse(raw) ?? null
