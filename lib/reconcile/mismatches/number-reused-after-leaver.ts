import type { Mismatch } from '../model'
import type { Comparison } from './comparison'
import type { Claims } from './endpoint-claims'
import { matchEvidence } from './evidence'
import { ids, keyOf, rowIdentity } from './keys'
import { endpointIdsAt, rowFor } from './people-of-rows'
import { activeText, dayText, employmentText, endpointText, rowTitle } from './wording'

/** The number of somebody who has left has a new holder, and is still the leaver's in Focus. */
export function numberReusedAfterLeaver(comparison: Comparison, claims: Claims): Mismatch | null {
  const { focus, hr } = comparison
  const [leaverAt = -1] = claims.leavers
  const leaver = focus.people[leaverAt]
  const endpoint = focus.endpoints[claims.endpoints[0] ?? -1]
  const [claimant] = claims.claimants
  const row = hr.rows[claimant?.row ?? -1]
  const holderAt = claimant?.person ?? claims.owners[0] ?? -1
  const holder = focus.people[holderAt]
  if (leaver === undefined || endpoint === undefined) return null
  const endpointIds = endpointIdsAt(comparison, claims.endpoints)
  const text = endpointText(endpoint)
  const name = row === undefined ? (holder?.name ?? 'somebody else') : rowTitle(row)
  const past = rowFor(comparison, leaverAt)
  const end = past?.row.endDate ?? null
  const left =
    past === null ? 'is inactive in Focus' : `left${end === null ? '' : ` on ${dayText(end)}`}`
  const identity =
    holder !== undefined ? ids('p', [holder.personId]) : row === undefined ? '' : rowIdentity(row)
  return {
    kind: 'number-reused-after-leaver',
    key: keyOf('number-reused-after-leaver', ids('e', endpointIds), identity),
    title: `${name}: ${text}`,
    sentence:
      `Endpoint ${text} was ${leaver.name}’s, who ${left}. ${row === undefined ? 'In Focus it is also' : 'HR has given it to'} ${name}` +
      `, while Focus keeps recording it for ${leaver.name}.` +
      (holder === undefined ? ` ${name} is not in Focus.` : ''),
    suggestedAction: `In Focus: end the endpoint with ${leaver.name}, and ${holder === undefined ? `create ${name} with it` : `give it to ${holder.name}`}. Recordings from before stay with ${leaver.name}.`,
    evidence: [
      { label: 'Endpoint', hr: row === undefined ? null : text, focus: text, differs: false },
      {
        label: 'Belongs to',
        hr: row === undefined ? null : name,
        focus: leaver.name,
        differs: true,
      },
      {
        label: `Employment of ${leaver.name}`,
        hr: past === null ? null : employmentText(past.row),
        focus: activeText(leaver.active),
        differs: true,
      },
    ],
    matchedBy: claimant === undefined ? [] : matchEvidence(comparison, claimant.row),
    hrLines: [...(row === undefined ? [] : [row.line]), ...(past === null ? [] : [past.row.line])],
    personIds: [leaver.personId, ...(holder === undefined ? [] : [holder.personId])],
    endpointIds,
    userIds: [],
  }
}
