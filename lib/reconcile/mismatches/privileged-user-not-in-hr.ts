import { inUse } from '../matching/focus-index'
import { mentionsPerson, mentionsUser } from '../matching/mentions'
import type { FindMismatches } from './comparison'
import { ids, keyOf } from './keys'
import { dayText, listed, userTitle } from './wording'

/** An active user with a privileged right whom HR does not have, neither themselves nor their person. */
export const privilegedUserNotInHr: FindMismatches = function* (comparison) {
  const { directory, focus, rules, settled, users, named, mentioned } = comparison
  const privileged = new Set(rules.privilegedRights)
  for (const [at, user] of directory.users.entries()) {
    const rights = user.rights.filter((right) => privileged.has(right))
    if (rights.length === 0 || !inUse(user) || user.serviceUser === true) continue
    const personAt = users.personOf[at] ?? -1
    if (users.rowOf[at] !== -1 || personAt === -2 || settled.unclear[personAt] === 1) continue
    const person = focus.people[personAt]
    if (mentionsUser(mentioned, user)) continue
    if (person !== undefined && mentionsPerson(mentioned, person)) continue
    named.users.add(at)
    if (person !== undefined) named.people.add(personAt)
    const name = userTitle(user)
    const login = user.lastLoginUtc === null ? null : dayText(user.lastLoginUtc)
    yield {
      kind: 'privileged-user-not-in-hr',
      key: keyOf('privileged-user-not-in-hr', ids('u', [user.userId])),
      title: name,
      sentence: `${name} can log in to Focus with ${listed(rights)}, and is not in HR’s file.`,
      suggestedAction:
        'Ask who vouches for this user. In Focus: deactivate it, or take the rights away, unless somebody does; then note who in the reason.',
      evidence: [
        { label: 'Name', hr: null, focus: name, differs: true },
        { label: 'E-mail', hr: null, focus: user.email ?? user.username, differs: false },
        { label: 'Privileged rights', hr: null, focus: rights.join(', '), differs: true },
        { label: 'Roles', hr: null, focus: user.roles.join(', ') || null, differs: false },
        { label: 'Last login', hr: null, focus: login, differs: false },
        {
          label: 'Second factor',
          hr: null,
          focus: user.twoFactor === null ? null : user.twoFactor ? 'On' : 'Off',
          differs: false,
        },
      ],
      matchedBy: [],
      hrLines: [],
      personIds: person === undefined ? [] : [person.personId],
      endpointIds: [],
      userIds: [user.userId],
    }
  }
}
