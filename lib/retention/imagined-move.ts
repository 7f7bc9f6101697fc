import { sideOfParty } from '@/lib/contract/party-side'
import type { Recording } from '@/lib/contract/recording'
import type { MoveEffect, RetentionForecastRequest, RetentionGroup } from '@/lib/contract/retention'
import { Problem } from '@/lib/problem/problem'
import { groupOf } from './days-kept'
import type { Expiry } from './expiry'

export type ImaginedMove = {
  to: RetentionGroup
  /** Whether the move takes this recording to another group. */
  takes(recording: Pick<Recording, 'parties' | 'direction' | 'retentionGroupId'>): boolean
}

/**
 * The move of a request. A recording belongs to a person who took part on the firm's side; moving a person or a group moves the
 * recordings with them. What is in that group already is not moved. Throws `invalid-request` for a group that does not exist.
 */
export function imaginedMove(
  wanted: NonNullable<RetentionForecastRequest['whatIf']>,
  groups: readonly RetentionGroup[],
): ImaginedMove {
  const to = groups.find((group) => group.id === wanted.toGroupId)
  if (to === undefined)
    throw new Problem('invalid-request', `Focus has no retention group ${wanted.toGroupId}.`, {
      issues: [{ path: 'whatIf.toGroupId', message: 'There is no such retention group' }],
    })
  const people = new Set(wanted.personIds)
  const moved = new Set(wanted.retentionGroupIds)
  return {
    to,
    takes(recording) {
      // Of a group that Focus does not list, its id is still known.
      const groupId = groupOf(groups, recording.retentionGroupId)?.id ?? recording.retentionGroupId
      if (groupId === to.id) return false
      if (groupId !== null && moved.has(groupId)) return true
      return recording.parties.some(
        (party) =>
          party.personId !== null &&
          people.has(party.personId) &&
          sideOfParty(recording, party) === 'internal',
      )
    },
  }
}

/** What a move does to one recording, as the part of `MoveEffect` that it counts in. `today` is a UTC day. */
export function effectOf(
  now: Expiry,
  then: Expiry,
  held: boolean,
  today: string,
): Exclude<keyof MoveEffect, 'recordings'> {
  if (held) return 'held'
  if (now === 'unknown' || then === 'unknown') return 'unknown'
  const dayNow = now === 'for-ever' ? null : now.day
  const dayThen = then === 'for-ever' ? null : then.day
  if (dayNow !== null && dayNow <= today) return 'alreadyPast'
  if (dayNow === dayThen) return 'same'
  if (dayThen === null) return 'later'
  if (dayThen <= today) return 'atOnce'
  return dayNow === null || dayThen < dayNow ? 'earlier' : 'later'
}
