import { inUse } from '../matching/focus-index'
import type { FindMismatches } from './comparison'
import { matchEvidence, sideBySide } from './evidence'
import { ids, keyOf } from './keys'
import { endpointsInUse, isEmployed, settledPeople } from './people-of-rows'
import { dayText } from './wording'

/** Somebody employed who is in Focus and of whom nothing is recorded. */
export const joinedWithoutEndpoint: FindMismatches = function* (comparison) {
  for (const { personAt, person, at, row } of settledPeople(comparison)) {
    if (!isEmployed(row) || person.type?.toLowerCase() === 'user') continue
    if (comparison.named.rows.has(at) || endpointsInUse(comparison, personAt).length > 0) continue
    const since = row.startDate === null ? '' : ` since ${dayText(row.startDate)}`
    const inactive = inUse(person) ? '' : ' inactive and'
    yield {
      kind: 'joined-without-endpoint',
      key: keyOf('joined-without-endpoint', ids('p', [person.personId])),
      title: person.name,
      sentence: `${person.name} works here${since} and is${inactive} without an endpoint in use in Focus: nothing of theirs is recorded.`,
      suggestedAction:
        row.phones.length + row.extensions.length > 0
          ? `In Focus: ${inUse(person) ? '' : 'activate the person and '}add the numbers HR has for them: ${[...row.phones, ...row.extensions].join(', ')}.`
          : `In Focus: ${inUse(person) ? '' : 'activate the person and '}add their number or account, which HR does not have either.`,
      evidence: sideBySide(comparison, row, personAt, ['Endpoints']),
      matchedBy: matchEvidence(comparison, at),
      hrLines: [row.line],
      personIds: [person.personId],
      endpointIds: [],
      userIds: [],
    }
  }
}
