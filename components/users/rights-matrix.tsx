'use client'

import { Segmented } from '@/components/ui/segmented'
import type { User } from '@/lib/contract/user'
import { MatrixTable } from './matrix-table'
import { groupRights, rolesOf } from './roles'
import { ServiceBadge } from './service-badge'
import { userName } from './user-list'

/** Beyond this a matrix is too long to be looked at: the list filters. */
const MOST_ROWS = 500

type RightsMatrixProps = {
  users: readonly User[]
  by: 'rights' | 'roles'
  onByChange: (by: 'rights' | 'roles') => void
  onOpen: (user: User) => void
}

/** Who has which right, by user or by role. */
export function RightsMatrix({ users, by, onByChange, onOpen }: RightsMatrixProps) {
  const roles = rolesOf(users)
  const rights = [...new Set(users.flatMap((user) => user.rights))]
  const shown = users.slice(0, MOST_ROWS)
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 border-line border-b px-4 py-2 text-muted">
        <Segmented
          label="Rows"
          size="sm"
          value={by}
          onValueChange={onByChange}
          options={[
            { value: 'rights', label: 'Users' },
            { value: 'roles', label: 'Roles' },
          ]}
        />
        <p>
          {by === 'rights'
            ? `${shown.length} users, ${roles.length} roles, ${rights.length} rights.`
            : 'Focus does not say what a role grants: a tick is a right that all its holders have, a dash one that some of them have.'}
          {by === 'rights' &&
            users.length > shown.length &&
            ` The first ${MOST_ROWS} of ${users.length.toLocaleString('en-GB')}; narrow the search to see the rest.`}
        </p>
      </div>
      {by === 'rights' ? (
        <MatrixTable
          label="Users by role and right"
          groups={[
            { about: 'Role', rights: roles.map(({ role }) => `Role.${role}`) },
            ...groupRights(rights),
          ]}
          rows={shown.map((user) => ({
            id: String(user.userId),
            name: userName(user),
            all: new Set([...user.roles.map((role) => `Role.${role}`), ...user.rights]),
            head: (
              <span className="flex items-center gap-2">
                <button
                  type="button"
                  onClick={() => onOpen(user)}
                  className="min-h-6 rounded text-left font-medium underline decoration-line-strong underline-offset-3 hover:decoration-ink"
                >
                  {userName(user)}
                </button>
                <ServiceBadge user={user} />
              </span>
            ),
          }))}
        />
      ) : (
        <MatrixTable
          label="Roles by right"
          groups={groupRights(rights)}
          rows={roles.map(({ role, holders, all, some }) => ({
            id: role,
            name: role,
            all,
            some,
            head: (
              <>
                <span className="font-medium">{role}</span>{' '}
                <span className="text-muted">
                  {holders.length} {holders.length === 1 ? 'holder' : 'holders'}
                </span>
              </>
            ),
          }))}
        />
      )}
    </>
  )
}
