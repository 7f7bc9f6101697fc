import { z } from 'zod'
import { InstantUtc } from './recording'

/** A number, address or account that Focus records (its word: endpoint). Only `endpointId` is certain. */
export const Endpoint = z.object({
  endpointId: z.number(),
  /** `phone`, `email`, `teams`, `sip`, or as it came. */
  type: z.string().nullable(),
  /** As Focus keeps it: phone numbers as digits, no plus. */
  value: z.string().nullable(),
  /** Whose it is; null for nobody's. */
  personId: z.number().nullable(),
  personName: z.string().nullable(),
  retentionGroupId: z.number().nullable(),
  active: z.boolean().nullable(),
  firstSeenUtc: InstantUtc.nullable(),
  lastSeenUtc: InstantUtc.nullable(),
  otherFields: z.record(z.string(), z.unknown()),
})
export type Endpoint = z.infer<typeof Endpoint>

/** What endpoints can be asked for; fields combine with AND. */
export type EndpointSearch = {
  type?: string
  /** Part of a value, as Focus keeps it. */
  value?: string
  /** 1 to 200; 200 when left out. */
  limit?: number
  offset?: number
}

/** One page of endpoints. */
export const EndpointPage = z.object({
  endpoints: z.array(Endpoint),
  /** Null when Focus does not say. */
  total: z.int().nonnegative().nullable(),
  /** Where the next page starts; null at the end. */
  nextOffset: z.int().nonnegative().nullable(),
  /** Rows of this page that could not be decoded and are left out. */
  unreadable: z.int().nonnegative(),
})
export type EndpointPage = z.infer<typeof EndpointPage>
