import { inUse } from '../matching/focus-index'
import type { FindMismatches } from './comparison'
import { userMatchEvidence } from './evidence'
import { ids, keyOf } from './keys'
import { dayText, employmentText, userTitle } from './wording'

/** Somebody who has left, and whose user in Focus is active. */
export const leftCanLogIn: FindMismatches = function* (comparison) {
  const { directory, focus, hr, users, named } = comparison
  for (const [at, user] of directory.users.entries()) {
    const rowAt = users.rowOf[at] ?? -1
    const row = hr.rows[rowAt]
    if (row?.employment !== 'left' || !inUse(user) || user.serviceUser === true) continue
    named.users.add(at)
    const person = focus.people[users.personOf[at] ?? -1]
    const name = userTitle(user)
    const byNameAlone = users.byNameAlone[at] === 1
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
        `${name} left${row.endDate === null ? '' : ` on ${dayText(row.endDate)}`} and can still log in to Focus` +
        (byNameAlone ? ', if the user of that name is theirs.' : '.') +
        (since ? ` The last login, on ${login} (UTC), was after that.` : ''),
      suggestedAction:
        (byNameAlone ? 'Make sure that the user is theirs. ' : '') +
        (since
          ? 'In Focus: deactivate the user today, and look at what was done with it since they left.'
          : 'In Focus: deactivate the user.'),
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
      matchedBy: userMatchEvidence(comparison, at),
      hrLines: [row.line],
      personIds: person === undefined ? [] : [person.personId],
      endpointIds: [],
      userIds: [user.userId],
    }
  }
}
