import { inUse } from '../matching/focus-index'
import type { FindMismatches } from './comparison'
import { matchEvidence, userEvidence } from './evidence'
import { ids, keyOf } from './keys'
import { privilegedRights } from './privileged-user-not-in-hr'
import { dayText, employmentText, userTitle } from './wording'

/**
 * Somebody who has left, and whose user in Focus is active. Of a user whom nothing but the name joins with them it is said that
 * it may be so; where such a user is privileged, privileged-user-not-in-hr says it.
 */
export const leftCanLogIn: FindMismatches = function* (comparison) {
  const { directory, focus, hr, users, named } = comparison
  for (const [at, user] of directory.users.entries()) {
    const rowAt = users.rowOf[at] ?? -1
    const row = hr.rows[rowAt]
    if (row?.employment !== 'left' || !inUse(user) || user.serviceUser === true) continue
    const byName = users.rowByName[at] === 1
    if (byName && privilegedRights(comparison, user).length > 0) continue
    named.users.add(at)
    const person = focus.people[users.personOf[at] ?? -1]
    const name = userTitle(user)
    const on = row.endDate === null ? '' : ` on ${dayText(row.endDate)}`
    const login = user.lastLoginUtc === null ? null : dayText(user.lastLoginUtc)
    const since =
      row.endDate !== null &&
      user.lastLoginUtc !== null &&
      user.lastLoginUtc.slice(0, 10) > row.endDate
    yield {
      kind: 'left-can-log-in',
      key: keyOf('left-can-log-in', ids('u', [user.userId])),
      title: name,
      sentence:
        (byName
          ? `${name} can log in to Focus and may be ${row.name ?? person?.name}, who left${on}: the name is the same, and nothing else joins them.`
          : `${name} left${on} and can still log in to Focus.`) +
        (since ? ` The last login, on ${login} (UTC), was after that.` : ''),
      suggestedAction: byName
        ? 'Find out whose user this is. In Focus: deactivate it if it is theirs; if it is not, give it the address of its person.'
        : since
          ? 'In Focus: deactivate the user today, and look at what was done with it since they left.'
          : 'In Focus: deactivate the user.',
      evidence: [
        { label: 'Name', hr: row.name, focus: user.name, differs: false },
        {
          label: 'E-mail',
          hr: row.emails.join(', ') || null,
          focus: user.email ?? user.username,
          differs: false,
        },
        { label: 'Employment', hr: employmentText(row), focus: 'Active user', differs: true },
        { label: 'Last login', hr: null, focus: login, differs: since },
        { label: 'Roles', hr: null, focus: user.roles.join(', ') || null, differs: false },
      ],
      matchedBy: [...userEvidence(comparison, at), ...matchEvidence(comparison, rowAt)],
      hrLines: [row.line],
      personIds: person === undefined ? [] : [person.personId],
      endpointIds: [],
      userIds: [user.userId],
    }
  }
}
