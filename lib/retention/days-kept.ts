import type { RetentionGroup } from '@/lib/contract/retention'

/** How long something is kept: whole or part days from its start, for ever, or nobody can tell. */
export type Kept = { days: number } | 'for-ever' | 'unknown'

/**
 * How long a group keeps a kind: the most specific period wins, so the kind's own, else the `default` one (focus-api.md,
 * retention groups: SMS 30 and default 3650 deletes an SMS after 30 days and keeps a phone call 3650). A kind is compared
 * without regard to case; one that Focus did not name has the default alone. `unknown` when the group has neither.
 */
export function daysKept(periods: RetentionGroup['periods'], kind: string | null): Kept {
  const wanted = kind?.trim().toLowerCase() ?? null
  const own = periods.find(
    ({ mediaType }) => mediaType !== 'default' && mediaType.toLowerCase() === wanted,
  )
  const period = own ?? periods.find(({ mediaType }) => mediaType === 'default')
  if (period === undefined) return 'unknown'
  return period.days === null ? 'for-ever' : { days: period.days }
}

/** The group that applies where no other is assigned; undefined when Focus marks none. */
export function defaultGroup(groups: readonly RetentionGroup[]): RetentionGroup | undefined {
  return groups.find((group) => group.isDefault)
}

/** The group of that id, the default one for null; undefined when there is none. */
export function groupOf(
  groups: readonly RetentionGroup[],
  retentionGroupId: number | null,
): RetentionGroup | undefined {
  return retentionGroupId === null
    ? defaultGroup(groups)
    : groups.find((group) => group.id === retentionGroupId)
}
