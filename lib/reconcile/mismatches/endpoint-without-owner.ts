import { inUse } from '../matching/focus-index'
import type { FindMismatches } from './comparison'
import { matchEvidence } from './evidence'
import { ids, keyOf } from './keys'
import { isEmployed } from './people-of-rows'
import { endpointText, rowTitle } from './wording'

/** An endpoint in use that belongs to nobody, or to somebody Focus does not list. Says whose it is to HR. */
export const endpointWithoutOwner: FindMismatches = function* (comparison) {
  const { focus, hr, matches, named } = comparison
  for (const [at, endpoint] of focus.endpoints.entries()) {
    if (!inUse(endpoint) || focus.ownersOf.has(at) || named.endpoints.has(at)) continue
    const rowAt = hr.rowsOfEndpoint.of(at).find((place) => {
      const claimant = hr.rows[place]
      return claimant !== undefined && isEmployed(claimant) && !matches.ambiguous.has(place)
    })
    const row = hr.rows[rowAt ?? -1]
    const person = focus.people[matches.personOf[rowAt ?? -1] ?? -1]
    if (rowAt !== undefined) named.rows.add(rowAt)
    named.endpoints.add(at)
    const text = endpointText(endpoint)
    const dangling =
      endpoint.personId === null
        ? ''
        : `, which names person ${endpoint.personId}, whom it does not list`
    const owner = row === undefined ? null : rowTitle(row)
    yield {
      kind: 'endpoint-without-owner',
      key: keyOf('endpoint-without-owner', ids('e', [endpoint.endpointId])),
      title: text,
      sentence: `Endpoint ${text} is in use in Focus and belongs to nobody${dangling}.${owner === null ? '' : ` HR gives it to ${owner}.`}`,
      suggestedAction:
        owner === null
          ? 'In Focus: give the endpoint to whoever answers it, or deactivate it.'
          : `In Focus: give the endpoint to ${person?.name ?? `${owner}, who is to be created first`}.`,
      evidence: [
        { label: 'Endpoint', hr: owner === null ? null : text, focus: text, differs: false },
        { label: 'Belongs to', hr: owner, focus: null, differs: true },
      ],
      matchedBy: rowAt === undefined ? [] : matchEvidence(comparison, rowAt),
      hrLines: row === undefined ? [] : [row.line],
      personIds: person === undefined ? [] : [person.personId],
      endpointIds: [endpoint.endpointId],
      userIds: [],
    }
  }
}
