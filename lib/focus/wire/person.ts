import { z } from 'zod'
import type {
  PeopleNames,
  Person,
  PersonName,
  PersonPage,
  PersonSearch,
} from '@/lib/contract/person'
import { toEndpoint } from './endpoint'
import { optional, wireFlag, wireId, wireList, wireText } from './field'
import { nextOffset, totalOf } from './recording-search'
import {
  isRawRow,
  readParts,
  readReply,
  readRow,
  unnoted,
  type WireReply,
  wireEnvelope,
} from './row'

/** The reply of calls 8 to 10; all assumed. */
export const FocusPeople = wireEnvelope('people')

export const FocusPerson = z.object({
  personId: wireId,
  type: optional(wireText),
  firstName: optional(wireText),
  lastName: optional(wireText),
  displayName: optional(wireText),
  email: optional(wireText),
  jobTitle: optional(wireText),
  department: optional(wireText),
  groups: optional(wireList),
  externalRef: optional(wireText),
  active: optional(wireFlag),
  endpoints: optional(wireList),
  retentionGroupId: optional(wireId),
})

export const PeopleSearchRequest = z.object({
  search: z.string().optional(),
  types: z.array(z.string()).optional(),
  groupIds: z.array(z.number()).optional(),
  active: z.boolean().optional(),
  limit: z.int().optional(),
  offset: z.int().optional(),
})

export const PeopleByNameRequest = z.object({ name: z.string(), limit: z.int().optional() })

export const PeopleByIdRequest = z.object({ peopleIds: z.array(z.number()) })

/** People as chips and suggestions name them. */
export function toPeopleNames(reply: WireReply): PeopleNames {
  const { rows, unreadable } = readReply(reply, toPersonName)
  return { people: rows, unreadable }
}

function toPersonName(raw: unknown): PersonName | null {
  const read = readRow(FocusPerson, raw)
  if (read === null) return null
  const { personId, type, department } = read.row
  return {
    id: personId,
    name: nameOf(read.row),
    type: type ?? null,
    department: department ?? null,
  }
}

/** The directory's own limit of one page: of people, endpoints and users alike. */
export const MAX_DIRECTORY_PAGE = 200

export function toPeopleSearch(search: PersonSearch): WirePeopleSearch {
  const { text, types, groupIds, active, limit = MAX_DIRECTORY_PAGE, offset = 0 } = search
  return {
    ...(text !== undefined && text !== '' && { search: text }),
    ...(types !== undefined && types.length > 0 && { types }),
    ...(groupIds !== undefined && groupIds.length > 0 && { groupIds }),
    ...(active !== undefined && { active }),
    limit,
    offset,
  }
}
type WirePeopleSearch = z.infer<typeof PeopleSearchRequest> & { limit: number; offset: number }

/** One page of people; without a total a short page is the last. */
export function toPersonPage(request: WirePeopleSearch, reply: WireReply): PersonPage {
  const { rows, unreadable } = readReply(reply, toPerson)
  const total = totalOf(reply)
  return {
    people: rows,
    total,
    nextOffset: nextOffset(request, reply.rows.length, total),
    unreadable,
  }
}

/** A person; null when the row has no id that can be read. */
export function toPerson(raw: unknown, note = unnoted): Person | null {
  const read = readRow(FocusPerson, raw)
  if (read === null) return null
  const { row, otherFields } = read
  return {
    personId: row.personId,
    type: row.type ?? null,
    name: nameOf(row),
    firstName: row.firstName ?? null,
    lastName: row.lastName ?? null,
    email: row.email ?? null,
    department: row.department ?? null,
    jobTitle: row.jobTitle ?? null,
    externalRef: row.externalRef ?? null,
    groups: readParts(row.groups, toGroup, note),
    active: row.active ?? null,
    retentionGroupId: row.retentionGroupId ?? null,
    // Not even assumed, so that no check misses it: taken where a tenant happens to send it.
    managerId: optional(wireId).parse(otherFields.managerId) ?? null,
    endpoints: readParts(row.endpoints, toEndpoint, note),
    otherFields,
  }
}

function nameOf(row: z.output<typeof FocusPerson>): string {
  const { personId, firstName, lastName, displayName, email } = row
  const joined = [firstName, lastName].filter((part) => part !== undefined).join(' ')
  return displayName ?? (joined === '' ? (email ?? `Person ${personId}`) : joined)
}

/** `{ groupId, name }`, or the name alone. */
function toGroup(raw: unknown): Person['groups'][number] | null {
  const group = isRawRow(raw) ? raw : { name: raw }
  const name = optional(wireText).parse(group.name) ?? null
  const groupId = optional(wireId).parse(group.groupId) ?? null
  return name === null && groupId === null ? null : { groupId, name }
}
