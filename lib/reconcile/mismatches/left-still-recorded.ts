import { inUse } from '../matching/focus-index'
import type { FindMismatches } from './comparison'
import { matchEvidence, sideBySide } from './evidence'
import { ids, keyOf } from './keys'
import { endpointIdsAt, endpointsInUse, settledPeople } from './people-of-rows'
import { dayText } from './wording'

/** Somebody who has left, and whom Focus still has in use, or an endpoint of theirs. */
export const leftStillRecorded: FindMismatches = function* (comparison) {
  for (const { personAt, person, at, row } of settledPeople(comparison)) {
    if (row.employment !== 'left') continue
    const endpoints = endpointsInUse(comparison, personAt)
    const recorded = inUse(person) && person.type?.toLowerCase() !== 'user'
    if (!recorded && endpoints.length === 0) continue
    if (endpoints.length > 0 && endpoints.every((place) => comparison.named.reused.has(place)))
      continue
    for (const place of endpoints) comparison.named.endpoints.add(place)
    const when = row.endDate === null ? '' : ` on ${dayText(row.endDate)}`
    const count = endpoints.length === 1 ? '1 endpoint' : `${endpoints.length} endpoints`
    yield {
      kind: 'left-still-recorded',
      key: keyOf('left-still-recorded', ids('p', [person.personId])),
      title: person.name,
      sentence:
        endpoints.length === 0
          ? `${person.name} left${when} and is still active in Focus, without an endpoint in use.`
          : `${person.name} left${when}, and ${count} of theirs ${endpoints.length === 1 ? 'is' : 'are'} still in use in Focus.`,
      suggestedAction:
        'In Focus: deactivate the person and their endpoints. Their recordings stay for as long as their retention says.',
      evidence: sideBySide(comparison, row, personAt, ['Employment', 'Endpoints']),
      matchedBy: matchEvidence(comparison, at),
      hrLines: [row.line],
      personIds: [person.personId],
      endpointIds: endpointIdsAt(comparison, endpoints),
      userIds: [],
    }
  }
}
