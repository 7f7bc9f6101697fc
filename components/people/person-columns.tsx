import { activeColumn, DASH, textCell } from '@/components/directory/cells'
import type { TableColumn } from '@/components/table/table-column'
import type { Person } from '@/lib/contract/person'
import { formatPhone } from '@/lib/format/phone'
import { phoneOf } from './people-list'

/** The columns of the list of people; `retentionName` names a group. */
export function personColumns(retentionName: (groupId: number) => string): TableColumn<Person>[] {
  return [
    {
      id: 'name',
      label: 'Name',
      width: 190,
      minWidth: 100,
      grows: 2,
      fixed: true,
      sortsFirst: 'asc',
      cell: ({ name }) => <span className="truncate font-medium">{name}</span>,
    },
    {
      id: 'type',
      label: 'Kind',
      width: 92,
      sortsFirst: 'asc',
      cell: ({ type }) => textCell(type),
    },
    {
      id: 'department',
      label: 'Department',
      width: 130,
      minWidth: 80,
      grows: 1,
      sortsFirst: 'asc',
      cell: ({ department }) => textCell(department),
    },
    {
      id: 'job',
      label: 'Job title',
      width: 130,
      minWidth: 80,
      grows: 1,
      sortsFirst: 'asc',
      cell: ({ jobTitle }) => textCell(jobTitle),
    },
    {
      id: 'number',
      label: 'Phone',
      width: 142,
      cell: (person) => {
        const phone = phoneOf(person)
        return phone === null ? DASH : <span className="tabular-nums">{formatPhone(phone)}</span>
      },
    },
    {
      id: 'endpoints',
      label: 'Endpoints',
      width: 84,
      align: 'right',
      sortsFirst: 'desc',
      cell: ({ endpoints }) =>
        endpoints.length === 0 ? (
          <span className="text-external">none</span>
        ) : (
          <span className="tabular-nums">{endpoints.length}</span>
        ),
    },
    {
      id: 'retention',
      label: 'Retention',
      width: 130,
      minWidth: 80,
      sortsFirst: 'asc',
      cell: ({ retentionGroupId }) =>
        retentionGroupId === null ? (
          <span className="text-muted">default</span>
        ) : (
          <span className="truncate">{retentionName(retentionGroupId)}</span>
        ),
    },
    activeColumn(),
    {
      id: 'email',
      label: 'E-mail',
      width: 220,
      minWidth: 100,
      extra: true,
      sortsFirst: 'asc',
      cell: ({ email }) => textCell(email),
    },
    {
      id: 'groups',
      label: 'Groups',
      width: 180,
      extra: true,
      cell: ({ groups }) =>
        textCell(groups.map(({ name, groupId }) => name ?? groupId).join(', ') || null),
    },
    {
      id: 'reference',
      label: 'Employee number',
      width: 120,
      extra: true,
      sortsFirst: 'asc',
      cell: ({ externalRef }) => textCell(externalRef),
    },
    {
      id: 'id',
      label: 'Person id',
      width: 84,
      align: 'right',
      extra: true,
      sortsFirst: 'asc',
      cell: ({ personId }) => <span className="tabular-nums">{personId}</span>,
    },
  ]
}
