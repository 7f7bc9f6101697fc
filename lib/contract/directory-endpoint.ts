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
