import { inUse } from '../matching/focus-index'
import type { FindMismatches } from './comparison'
import { matchEvidence } from './evidence'
import { ids, keyOf } from './keys'
import { endpointsInUse, isEmployed, settledPeople } from './people-of-rows'
import { dayText, endpointText } from './wording'

const DAY_MS = 86_400_000

/** An endpoint in use of somebody employed that had recordings, and has had none for `silentDays` days. */
export const endpointSilent: FindMismatches = function* (comparison) {
  const { focus, rules, named } = comparison
  const today = Date.parse(rules.today)
  for (const { personAt, person, at, row } of settledPeople(comparison)) {
    if (!isEmployed(row) || !inUse(person)) continue
    for (const place of endpointsInUse(comparison, personAt)) {
      const endpoint = focus.endpoints[place]
      if (endpoint === undefined || endpoint.lastSeenUtc === null || named.endpoints.has(place))
        continue
      const lastDay = endpoint.lastSeenUtc.slice(0, 10)
      const days = Math.round((today - Date.parse(lastDay)) / DAY_MS)
      // Also where the day cannot be told.
      if (!(days >= rules.silentDays)) continue
      const text = endpointText(endpoint)
      yield {
        kind: 'endpoint-silent',
        key: keyOf('endpoint-silent', ids('e', [endpoint.endpointId])),
        title: `${person.name}: ${text}`,
        sentence: `Endpoint ${text} of ${person.name} was last recorded on ${dayText(lastDay)}, ${days} days ago. They work here, and the endpoint is in use.`,
        suggestedAction:
          'Make a call on it and see whether it is recorded. If it is no longer used, deactivate the endpoint in Focus.',
        evidence: [
          { label: 'Endpoint', hr: row.phones.join(', ') || null, focus: text, differs: false },
          { label: 'Belongs to', hr: row.name, focus: person.name, differs: false },
          { label: 'Last recording', hr: null, focus: dayText(lastDay), differs: true },
          {
            label: 'First recording',
            hr: null,
            focus:
              endpoint.firstSeenUtc === null ? null : dayText(endpoint.firstSeenUtc.slice(0, 10)),
            differs: false,
          },
        ],
        matchedBy: matchEvidence(comparison, at),
        hrLines: [row.line],
        personIds: [person.personId],
        endpointIds: [endpoint.endpointId],
        userIds: [],
      }
    }
  }
}
