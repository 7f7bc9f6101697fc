import type { User } from '@/lib/contract/user'
import { inUse } from '../matching/focus-index'
import { mentionsPerson, mentionsUser } from '../matching/mentions'
import type { Comparison, FindMismatches } from './comparison'
import { userEvidence } from './evidence'
import { ids, keyOf } from './keys'
import { dayText, employmentText, listed, userTitle } from './wording'

/** The rights of a user that the rules call privileged. */
export function privilegedRights({ rules }: Comparison, user: User): string[] {
  return user.rights.filter((right) => rules.privilegedRights.includes(right))
}

/**
 * An active user with a privileged right whom HR does not have, neither themselves nor their person. That HR has somebody of
 * the same name does not speak for them.
 */
export const privilegedUserNotInHr: FindMismatches = function* (comparison) {
  const { directory, focus, hr, settled, users, named, mentioned } = comparison
  for (const [at, user] of directory.users.entries()) {
    const rights = privilegedRights(comparison, user)
    if (rights.length === 0 || !inUse(user) || user.serviceUser === true) continue
    const personAt = users.personOf[at] ?? -1
    const byName = users.personByName[at] === 1
    if (users.rowOf[at] !== -1 && users.rowByName[at] === 0) continue
    const person = focus.people[personAt]
    if (mentionsUser(mentioned, user)) continue
    if (!byName && (personAt === -2 || settled.unclear[personAt] === 1)) continue
    if (!byName && person !== undefined && mentionsPerson(mentioned, person)) continue
    named.users.add(at)
    // Somebody of that name may be not in HR besides.
    if (!byName && person !== undefined) named.people.add(personAt)
    const namesake = byName ? hr.rows[users.rowOf[at] ?? -1] : undefined
    const name = userTitle(user)
    const login = user.lastLoginUtc === null ? null : dayText(user.lastLoginUtc)
    yield {
      kind: 'privileged-user-not-in-hr',
      key: keyOf('privileged-user-not-in-hr', ids('u', [user.userId])),
      title: name,
      sentence:
        `${name} can log in to Focus with ${listed(rights)}, and ` +
        (namesake === undefined
          ? 'is not in HR’s file.'
          : `nothing but the name joins them with line ${namesake.line} of HR’s file.`),
      suggestedAction:
        'Ask who vouches for this user. In Focus: deactivate it, or take the rights away, unless somebody does; then note who in the reason.',
      evidence: [
        { label: 'Name', hr: namesake?.name ?? null, focus: name, differs: true },
        ...(namesake === undefined
          ? []
          : [
              {
                label: 'Employment',
                hr: employmentText(namesake),
                focus: 'Active user',
                differs: namesake.employment === 'left',
              },
            ]),
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
      matchedBy: userEvidence(comparison, at),
      hrLines: namesake === undefined ? [] : [namesake.line],
      personIds: person === undefined ? [] : [person.personId],
      endpointIds: [],
      userIds: [user.userId],
    }
  }
}
