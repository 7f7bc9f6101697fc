import { inUse } from '../matching/focus-index'
import { mentionsPerson, mentionsUser } from '../matching/mentions'
import type { FindMismatches } from './comparison'
import { userMatchEvidence } from './evidence'
import { ids, keyOf } from './keys'
import { dayText, listed, userTitle } from './wording'

/**
 * An active user with a privileged right whom HR does not have, neither themselves nor their person. That somebody in HR has the
 * same name is not enough.
 */
export const privilegedUserNotInHr: FindMismatches = function* (comparison) {
  const { directory, focus, hr, rules, settled, users, named, mentioned } = comparison
  const privileged = new Set(rules.privilegedRights)
  for (const [at, user] of directory.users.entries()) {
    const rights = user.rights.filter((right) => privileged.has(right))
    if (rights.length === 0 || !inUse(user) || user.serviceUser === true) continue
    const personAt = users.personOf[at] ?? -1
    const byNameAlone = users.byNameAlone[at] === 1
    const row = hr.rows[users.rowOf[at] ?? -1]
    // A leaver who can log in has been named as one.
    if (row !== undefined && (!byNameAlone || named.users.has(at))) continue
    if (personAt === -2 || settled.unclear[personAt] === 1) continue
    const person = focus.people[personAt]
    if (mentionsUser(mentioned, user)) continue
    if (person !== undefined && !byNameAlone && mentionsPerson(mentioned, person)) continue
    named.users.add(at)
    if (person !== undefined && !byNameAlone) named.people.add(personAt)
    const name = userTitle(user)
    const login = user.lastLoginUtc === null ? null : dayText(user.lastLoginUtc)
    yield {
      kind: 'privileged-user-not-in-hr',
      key: keyOf('privileged-user-not-in-hr', ids('u', [user.userId])),
      title: name,
      sentence:
        `${name} can log in to Focus with ${listed(rights)}, and is not in HR’s file` +
        (row === undefined ? '.' : `, but for somebody of that name on line ${row.line}.`),
      suggestedAction:
        (row === undefined
          ? 'Ask'
          : 'If the user is theirs, give it their address in Focus. Otherwise ask') +
        ' who vouches for this user. In Focus: deactivate it, or take the rights away, unless somebody does; then note who in the reason.',
      evidence: [
        { label: 'Name', hr: row?.name ?? null, focus: name, differs: row === undefined },
        {
          label: 'E-mail',
          hr: row?.emails.join(', ') || null,
          focus: user.email ?? user.username,
          differs: false,
        },
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
      matchedBy: row === undefined ? [] : userMatchEvidence(comparison, at),
      hrLines: row === undefined ? [] : [row.line],
      personIds: person === undefined ? [] : [person.personId],
      endpointIds: [],
      userIds: [user.userId],
    }
  }
}
