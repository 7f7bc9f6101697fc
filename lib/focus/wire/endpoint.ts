import { z } from 'zod'
import type { Endpoint, EndpointPage, EndpointSearch } from '@/lib/contract/directory-endpoint'
import { optional, wireFlag, wireId, wireInstant, wireText } from './field'
import { nextOffset, totalOf } from './recording-search'
import { readReply, readRow, type WireReply, wireEnvelope } from './row'

/** The reply of calls 11 and 12; all assumed. */
export const FocusEndpoints = wireEnvelope('endpoints')

export const FocusEndpointRow = z.object({
  endpointId: wireId,
  type: optional(wireText),
  value: optional(wireText),
  personId: optional(wireId),
  personName: optional(wireText),
  retentionGroupId: optional(wireId),
  active: optional(wireFlag),
  firstSeenUTC: optional(wireInstant),
  lastSeenUTC: optional(wireInstant),
})

/** `type` and `endpointSearch` are documented, the rest is assumed. */
export const EndpointSearchRequest = z.object({
  type: z.string().optional(),
  endpointSearch: z.string().optional(),
  limit: z.int().optional(),
  offset: z.int().optional(),
})

/** Documented by its example. */
export const EndpointsByValueRequest = z.object({ endpoints: z.array(z.string()) })

type WireEndpointSearch = z.infer<typeof EndpointSearchRequest> & { limit: number; offset: number }

export function toEndpointSearch(search: EndpointSearch, most: number): WireEndpointSearch {
  const { type, value, limit = most, offset = 0 } = search
  return {
    ...(type !== undefined && { type }),
    ...(value !== undefined && value !== '' && { endpointSearch: value }),
    limit,
    offset,
  }
}

/** One page of endpoints; without a total a short page is the last. */
export function toEndpointPage(request: WireEndpointSearch, reply: WireReply): EndpointPage {
  const { rows, unreadable } = readReply(reply, toEndpoint)
  const total = totalOf(reply)
  return {
    endpoints: rows,
    total,
    nextOffset: nextOffset(request, reply.rows.length, total),
    unreadable,
  }
}

/** An endpoint; null when the row has no id that can be read. */
export function toEndpoint(raw: unknown): Endpoint | null {
  const read = readRow(FocusEndpointRow, raw)
  if (read === null) return null
  const { row, otherFields } = read
  return {
    endpointId: row.endpointId,
    type: row.type ?? null,
    value: row.value ?? null,
    personId: row.personId ?? null,
    personName: row.personName ?? null,
    retentionGroupId: row.retentionGroupId ?? null,
    active: row.active ?? null,
    firstSeenUtc: row.firstSeenUTC ?? null,
    lastSeenUtc: row.lastSeenUTC ?? null,
    otherFields,
  }
}
