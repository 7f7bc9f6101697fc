'use client'

import { useMemo } from 'react'
import { Segmented } from '@/components/ui/segmented'
import type { User } from '@/lib/contract/user'
import { MatrixTable } from './matrix-table'
import { groupRights, rolesOf } from './roles'
import { ServiceBadge } from './service-badge'
import { userName } from './user-list'

type RightsMatrixProps = {
  users: readonly User[]
  by: 'rights' | 'roles'
  onByChange: (by: 'rights' | 'roles') => void
  onOpen: (user: User) => void
}

/** Who has which right, by user or by role. */
export function RightsMatrix({ users, by, onByChange, onOpen }: RightsMatrixProps) {
  const roles = useMemo(() => rolesOf(users), [users])
  const rights = useMemo(() => [...new Set(users.flatMap((user) => user.rights))], [users])
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
            ? `${users.length.toLocaleString('en-GB')} users, ${roles.length} roles, ${rights.length} rights.`
            : 'Focus does not say what a role grants: a tick is a right that all its holders have, a dash one that some of them have.'}
        </p>
      </div>
      {by === 'rights' ? (
        <MatrixTable
          label="Users by role and right"
          groups={[
            { about: 'Role', rights: roles.map(({ role }) => `Role.${role}`) },
            ...groupRights(rights),
          ]}
          of={users}
          rowOf={(user) => ({
            id: String(user.userId),
            name: userName(user),
            all: new Set([...user.roles.map((role) => `Role.${role}`), ...user.rights]),
            head: (
              <span className="flex items-center gap-2">
                <button
                  type="button"
                  onClick={() => onOpen(user)}
                  className="min-h-6 truncate rounded text-left font-medium underline decoration-line-strong underline-offset-3 hover:decoration-ink"
                >
                  {userName(user)}
                </button>
                <ServiceBadge user={user} />
              </span>
            ),
          })}
        />
      ) : (
        <MatrixTable
          label="Roles by right"
          groups={groupRights(rights)}
          of={roles}
          rowOf={({ role, holders, all, some }) => ({
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
          })}
        />
      )}
    </>
  )
}
