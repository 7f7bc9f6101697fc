import { z } from 'zod'
import type { RetentionGroup, RetentionGroups, RetentionPeriod } from '@/lib/contract/retention'
import { optional, wireCount, wireFlag, wireId, wireList, wireNumber, wireText } from './field'
import {
  isRawRow,
  type NoteUnreadable,
  readReply,
  readRow,
  readRows,
  type WireReply,
  wireEnvelope,
} from './row'

/** The reply of call 14: a list is documented, bare or wrapped; the fields are assumed. */
export const FocusRetentionGroups = wireEnvelope('retentionGroups')

export const FocusRetentionGroup = z.object({
  retentionGroupId: wireId,
  name: optional(wireText),
  isDefault: optional(wireFlag),
  periods: optional(wireList),
  memberCount: optional(wireCount),
})

/** From one day to indefinite, which is null; a period without its days says nothing. */
const FocusRetentionPeriod = z.object({
  mediaType: wireText,
  days: z.union([z.null(), wireNumber.pipe(z.number().positive())]),
})

/** The groups in the order they came, the periods of each most specific first. */
export function toRetentionGroups(reply: WireReply): RetentionGroups {
  const { rows, unreadable } = readReply(reply, toRetentionGroup)
  return { groups: rows, unreadable }
}

function toRetentionGroup(raw: unknown, note: NoteUnreadable): RetentionGroup | null {
  const read = readRow(FocusRetentionGroup, raw)
  if (read === null) return null
  const { retentionGroupId, name, isDefault, periods, memberCount } = read.row
  const { rows, unreadable } = readRows(periods ?? [], toPeriod)
  note(unreadable)
  return {
    id: retentionGroupId,
    name: name ?? null,
    isDefault: isDefault ?? false,
    periods: specificFirst(rows),
    memberCount: memberCount ?? null,
    // Periods of which only a part could be read are kept whole beside what was read of them.
    otherFields: { ...read.otherFields, ...(unreadable > 0 && { periods }) },
  }
}

function toPeriod(raw: unknown): RetentionPeriod | null {
  const parsed = isRawRow(raw) ? FocusRetentionPeriod.safeParse(raw) : null
  if (!parsed?.success) return null
  const { mediaType, days } = parsed.data
  const isDefault = mediaType.trim().toLowerCase() === 'default'
  return { mediaType: isDefault ? 'default' : mediaType.trim(), days }
}

function specificFirst(periods: readonly RetentionPeriod[]): RetentionPeriod[] {
  const isDefault = ({ mediaType }: RetentionPeriod) => mediaType === 'default'
  return [...periods.filter((period) => !isDefault(period)), ...periods.filter(isDefault)]
}
