import { inUse } from '../matching/focus-index'
import type { FindMismatches } from './comparison'
import { ids, keyOf } from './keys'
import { userTitle } from './wording'

/** An active user who is no person of Focus's, neither by address nor by name. */
export const userWithoutPerson: FindMismatches = function* (comparison) {
  const { directory, hr, users, named } = comparison
  for (const [at, user] of directory.users.entries()) {
    if (users.personOf[at] !== -1 || named.users.has(at)) continue
    if (!inUse(user) || user.serviceUser === true) continue
    named.users.add(at)
    const row = hr.rows[users.rowOf[at] ?? -1]
    const name = userTitle(user)
    yield {
      kind: 'user-without-person',
      key: keyOf('user-without-person', ids('u', [user.userId])),
      title: name,
      sentence: `${name} can log in to Focus and is nobody among its people${row === undefined ? ' or in HR’s file' : `; HR has them on line ${row.line}`}.`,
      suggestedAction:
        row === undefined
          ? 'Find out whose user this is. In Focus: give it the address of its person, or deactivate it.'
          : 'In Focus: create the person, or give the user the address of the person it belongs to.',
      evidence: [
        { label: 'Name', hr: row?.name ?? null, focus: user.name, differs: false },
        {
          label: 'E-mail',
          hr: row?.emails.join(', ') || null,
          focus: user.email ?? user.username,
          differs: false,
        },
        { label: 'Person', hr: row?.name ?? null, focus: null, differs: true },
        { label: 'Roles', hr: null, focus: user.roles.join(', ') || null, differs: false },
      ],
      matchedBy: [],
      hrLines: row === undefined ? [] : [row.line],
      personIds: [],
      endpointIds: [],
      userIds: [user.userId],
    }
  }
}
