import type { Mismatch } from '../model'
import type { Comparison } from './comparison'
import type { Claims } from './endpoint-claims'
import { matchEvidence } from './evidence'
import { ids, keyOf, rowIdentity } from './keys'
import { endpointIdsAt } from './people-of-rows'
import { endpointText, rowTitle } from './wording'

/** HR gives a number to somebody employed; in Focus it is somebody else's, who has not left. */
export function numberBelongsToAnother(comparison: Comparison, claims: Claims): Mismatch | null {
  const { focus, hr } = comparison
  const [claimant] = claims.claimants
  const row = hr.rows[claimant?.row ?? -1]
  const owner = focus.people[claims.owners[0] ?? -1]
  const endpoint = focus.endpoints[claims.endpoints[0] ?? -1]
  if (claimant === undefined || row === undefined || owner === undefined || endpoint === undefined)
    return null
  const endpointIds = endpointIdsAt(comparison, claims.endpoints)
  const person = focus.people[claimant.person]
  const text = endpointText(endpoint)
  const name = rowTitle(row)
  const who = person === undefined ? rowIdentity(row) : ids('p', [person.personId])
  return {
    kind: 'number-belongs-to-another',
    key: keyOf('number-belongs-to-another', ids('e', endpointIds), who),
    title: `${name}: ${text}`,
    sentence:
      `HR gives ${text} to ${name}; in Focus it belongs to ${owner.name}, so that calls of the one are found under the other.` +
      (person === undefined ? ` ${name} is not in Focus.` : ''),
    suggestedAction:
      person === undefined
        ? `In Focus: create ${name} and move the endpoint to them, if HR is right. Otherwise in HR: correct the number.`
        : `In Focus: move the endpoint to ${person.name}, if HR is right. Otherwise in HR: correct the number.`,
    evidence: [
      { label: 'Endpoint', hr: text, focus: text, differs: false },
      { label: 'Belongs to', hr: name, focus: owner.name, differs: true },
      { label: 'Department', hr: row.department, focus: owner.department, differs: false },
    ],
    matchedBy: matchEvidence(comparison, claimant.row),
    hrLines: [row.line],
    personIds: [owner.personId, ...(person === undefined ? [] : [person.personId])],
    endpointIds,
    userIds: [],
  }
}
