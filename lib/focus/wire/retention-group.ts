import { z } from 'zod'
import { optional, wireCount, wireFlag, wireId, wireList, wireText } from './field'
import { wireEnvelope } from './row'

/** The reply of call 14: a list is documented, bare or wrapped; the fields are assumed. */
export const FocusRetentionGroups = wireEnvelope('retentionGroups')

export const FocusRetentionGroup = z.object({
  retentionGroupId: wireId,
  name: optional(wireText),
  isDefault: optional(wireFlag),
  periods: optional(wireList),
  memberCount: optional(wireCount),
})
