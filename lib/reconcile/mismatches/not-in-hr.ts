import { inUse, isStaff } from '../matching/focus-index'
import { mentionsPerson } from '../matching/mentions'
import type { FindMismatches } from './comparison'
import { sideBySide } from './evidence'
import { ids, keyOf } from './keys'
import { endpointIdsAt, endpointsInUse } from './people-of-rows'

/** Somebody of the staff in use whom HR does not have. */
export const notInHr: FindMismatches = function* (comparison) {
  const { directory, focus, matches, settled, users, named, mentioned } = comparison
  const matched = new Uint8Array(focus.people.length)
  for (const personAt of matches.personOf) if (personAt !== -1) matched[personAt] = 1
  const userOf = new Map<number, number>()
  for (const [at, personAt] of users.personOf.entries()) if (personAt >= 0) userOf.set(personAt, at)
  for (const [personAt, person] of focus.people.entries()) {
    if (!isStaff(person) || !inUse(person) || matched[personAt] === 1) continue
    if (settled.unclear[personAt] === 1 || named.people.has(personAt)) continue
    if (mentionsPerson(mentioned, person)) continue
    const userAt = userOf.get(personAt)
    const user = directory.users[userAt ?? -1]
    if (user?.serviceUser === true) continue
    const endpoints = endpointsInUse(comparison, personAt)
    yield {
      kind: 'not-in-hr',
      key: keyOf('not-in-hr', ids('p', [person.personId])),
      title: person.name,
      sentence: `${person.name} is active in Focus${endpoints.length === 0 ? '' : ` with ${endpoints.length === 1 ? '1 endpoint' : `${endpoints.length} endpoints`}`}, and nobody in HR’s file is them.`,
      suggestedAction:
        'Ask HR who this is. In Focus: deactivate the person if they have left, give them their employee number if they work here, or make them an external contact if they never did.',
      evidence: sideBySide(comparison, undefined, personAt, ['Name']),
      matchedBy: [],
      hrLines: [],
      personIds: [person.personId],
      endpointIds: endpointIdsAt(comparison, endpoints),
      userIds: user === undefined ? [] : [user.userId],
    }
  }
}
