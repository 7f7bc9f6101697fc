import { z } from 'zod'
import { optional, wireFlag, wireId, wireInstant, wireText } from './field'
import { readRow, wireEnvelope } from './row'

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

/** An endpoint's id and the value Focus knows it by; null when either cannot be read. */
export function toEndpointValue(raw: unknown): { id: number; value: string } | null {
  const read = readRow(FocusEndpointRow, raw)
  if (read?.row.value === undefined) return null
  return { id: read.row.endpointId, value: read.row.value }
}
