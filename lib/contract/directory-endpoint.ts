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
export const EndpointSearch = z.strictObject({
  type: z.string().min(1).max(100).optional(),
  /** Part of a value; a phone number in any spelling. */
  value: z.string().trim().min(1).max(320).optional(),
  /** 1 to 200; 200 when left out. */
  limit: z.int().min(1).max(200).optional(),
  offset: z.int().min(0).max(10_000_000).optional(),
})
export type EndpointSearch = z.infer<typeof EndpointSearch>

export const MOST_LOOKED_UP = 1000

/** Values to look up, in any spelling. */
export const EndpointLookUp = z.strictObject({
  values: z.array(z.string().trim().min(1).max(320)).min(1).max(MOST_LOOKED_UP),
})
export type EndpointLookUp = z.infer<typeof EndpointLookUp>

/** What each value was found to be, in the order asked; a value that no endpoint has comes with none. */
export const EndpointMatches = z.object({
  matches: z.array(z.object({ value: z.string(), endpoints: z.array(Endpoint) })),
  unreadable: z.int().nonnegative(),
})
export type EndpointMatches = z.infer<typeof EndpointMatches>

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
