import type { Recording } from '@/lib/contract/recording'
import type { RetentionGroup } from '@/lib/contract/retention'
import { daysKept, groupOf } from './days-kept'

/** The UTC day (`YYYY-MM-DD`) on which something would be deleted, were it not on hold. */
export type Expiry = { day: string } | 'for-ever' | 'unknown'

export type Dated = Pick<Recording, 'startUtc' | 'kind' | 'retentionGroupId' | 'expiryUtc'>

const DAY_MS = 86_400_000
const LAST_MS = Date.UTC(9999, 11, 31)

/**
 * When a recording expires as things stand: the instant Focus gives, else its start and the days of its group (of the
 * default group, where it has none). `unknown` when its group is none of these, when no period covers its kind, or when it has no start.
 */
export function expiryNow(recording: Dated, groups: readonly RetentionGroup[]): Expiry {
  if (recording.expiryUtc !== null) return dayOf(Date.parse(recording.expiryUtc))
  return expiryIn(recording, groupOf(groups, recording.retentionGroupId))
}

/** When it would expire by the periods of a group, whatever Focus says of it now. */
export function expiryIn(
  { startUtc, kind }: Pick<Dated, 'startUtc' | 'kind'>,
  group: RetentionGroup | undefined,
): Expiry {
  const kept = group === undefined ? 'unknown' : daysKept(group.periods, kind)
  if (typeof kept === 'string') return kept
  return startUtc === null ? 'unknown' : dayOf(Date.parse(startUtc) + kept.days * DAY_MS)
}

/** Beyond the years that a date is written in is for ever. */
function dayOf(epochMs: number): Expiry {
  if (Number.isNaN(epochMs)) return 'unknown'
  return epochMs > LAST_MS ? 'for-ever' : { day: new Date(epochMs).toISOString().slice(0, 10) }
}
