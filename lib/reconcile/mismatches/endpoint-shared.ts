import type { Mismatch } from '../model'
import type { Comparison } from './comparison'
import type { Claims } from './endpoint-claims'
import { ids, keyOf } from './keys'
import { endpointIdsAt } from './people-of-rows'
import { endpointText, linesText, listed, rowTitle } from './wording'

/** One number or account of two people: in Focus, or by HR. */
export function endpointShared(comparison: Comparison, claims: Claims): Mismatch {
  const { focus, hr } = comparison
  const endpointIds = endpointIdsAt(comparison, claims.endpoints)
  const endpoint = focus.endpoints[claims.endpoints[0] ?? -1]
  const text = endpoint === undefined ? 'An endpoint' : endpointText(endpoint)
  const owners = [...claims.owners, ...claims.leavers].flatMap((at) => focus.people[at] ?? [])
  const rows = claims.claimants.flatMap(({ row }) => hr.rows[row] ?? [])
  const inFocus = claims.owners.length > 1
  const byHr = `HR gives ${text} to ${rows.length} people who work here: ${listed(rows.map(rowTitle))} (${linesText(rows.map(({ line }) => line))}).`
  const personIds = [
    ...owners.map(({ personId }) => personId),
    ...claims.claimants.flatMap(({ person }) => focus.people[person]?.personId ?? []),
  ]
  return {
    kind: 'endpoint-shared',
    key: keyOf('endpoint-shared', ids('e', endpointIds)),
    title: text,
    sentence: inFocus
      ? `Endpoint ${text} is in use for ${listed(owners.map(({ name }) => name))} in Focus. A recording of it cannot be told apart.`
      : `${byHr} Whose call a recording of it is cannot be told.`,
    suggestedAction: inFocus
      ? 'In Focus: leave the endpoint with the person who answers it, and take it from the others.'
      : 'In HR: leave the number with the person who answers it. If it is meant to be shared, agree with HR that it is left out of the file.',
    evidence: [
      { label: 'Endpoint', hr: rows.length > 0 ? text : null, focus: text, differs: false },
      {
        label: 'Belongs to',
        hr: listed(rows.map(rowTitle)) || null,
        focus: listed(owners.map(({ name }) => name)) || null,
        differs: true,
      },
    ],
    matchedBy: [],
    hrLines: rows.map(({ line }) => line),
    personIds: [...new Set(personIds)],
    endpointIds,
    userIds: [],
  }
}
