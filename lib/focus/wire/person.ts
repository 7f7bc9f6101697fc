import { z } from 'zod'
import type { PeopleNames, PersonName } from '@/lib/contract/person'
import { optional, wireFlag, wireId, wireList, wireText } from './field'
import { readRow, readRows, type WireReply, wireEnvelope } from './row'

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
  const { rows, unreadable } = readRows(reply.rows, toPersonName)
  return { people: rows, unreadable }
}

function toPersonName(raw: unknown): PersonName | null {
  const read = readRow(FocusPerson, raw)
  if (read === null) return null
  const { personId, type, firstName, lastName, displayName, email, department } = read.row
  const joined = [firstName, lastName].filter((part) => part !== undefined).join(' ')
  return {
    id: personId,
    name: displayName ?? (joined === '' ? (email ?? `Person ${personId}`) : joined),
    type: type ?? null,
    department: department ?? null,
  }
}
