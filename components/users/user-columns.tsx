import { activeColumn, DASH, textCell } from '@/components/directory/cells'
import type { TableColumn } from '@/components/table/table-column'
import { Badge } from '@/components/ui/badge'
import type { User } from '@/lib/contract/user'
import { formatInstant, otherZone, type Zone } from '@/lib/format/instant'
import { ServiceBadge } from './service-badge'
import { userName } from './user-list'

/** The columns of the list of users. Instants are shown in `zone`. */
export function userColumns(zone: Zone): TableColumn<User>[] {
  return [
    {
      id: 'name',
      label: 'Name',
      width: 190,
      minWidth: 100,
      grows: 1,
      fixed: true,
      sortsFirst: 'asc',
      cell: (user) => (
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium">{userName(user)}</span>
          <ServiceBadge user={user} />
        </span>
      ),
    },
    {
      id: 'username',
      label: 'Username',
      width: 230,
      minWidth: 100,
      grows: 1,
      sortsFirst: 'asc',
      cell: ({ username }) => textCell(username),
    },
    {
      id: 'roles',
      label: 'Roles',
      width: 180,
      minWidth: 80,
      grows: 1,
      sortsFirst: 'asc',
      cell: ({ roles }) =>
        roles.length === 0 ? (
          DASH
        ) : (
          <span className="flex gap-1 overflow-hidden" title={roles.join('\n')}>
            {roles.map((role) => (
              <Badge key={role}>{role}</Badge>
            ))}
          </span>
        ),
    },
    {
      id: 'rights',
      label: 'Rights',
      width: 68,
      align: 'right',
      sortsFirst: 'desc',
      cell: ({ rights }) => (
        <span title={rights.join('\n')} className="tabular-nums">
          {rights.length}
        </span>
      ),
    },
    {
      id: 'login',
      label: 'Last login',
      width: 150,
      sortsFirst: 'asc',
      cell: ({ lastLoginUtc }) =>
        lastLoginUtc === null ? (
          <span className="text-muted">never</span>
        ) : (
          <time
            dateTime={lastLoginUtc}
            title={`${formatInstant(lastLoginUtc, zone, 'full')} · ${otherZone(lastLoginUtc, zone)}`}
            className="tabular-nums"
          >
            {formatInstant(lastLoginUtc, zone, 'minute')}
          </time>
        ),
    },
    {
      id: 'factor',
      label: 'Second factor',
      width: 104,
      sortsFirst: 'asc',
      cell: ({ twoFactor }) =>
        twoFactor === null ? DASH : twoFactor ? 'on' : <Badge tone="warning">off</Badge>,
    },
    activeColumn(),
    {
      id: 'email',
      label: 'E-mail',
      width: 220,
      extra: true,
      cell: ({ email }) => textCell(email),
    },
    {
      id: 'id',
      label: 'User id',
      width: 84,
      align: 'right',
      extra: true,
      sortsFirst: 'asc',
      cell: ({ userId }) => <span className="tabular-nums">{userId}</span>,
    },
  ]
}
