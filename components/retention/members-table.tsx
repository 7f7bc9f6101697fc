'use client'

import { useCallback, useMemo, useState } from 'react'
import { DataTable } from '@/components/table/data-table'
import type { Slot, TableColumn } from '@/components/table/table-column'
import { shownColumns } from '@/components/table/table-layout'
import { useTableLayout } from '@/components/table/use-table-layout'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { RetentionGroup, RetentionMember } from '@/lib/contract/retention'
import { groupName } from './period-words'

type MembersTableProps = {
  /** Null while they are on their way. */
  members: readonly RetentionMember[] | null
  groups: readonly RetentionGroup[]
  listKey: string
  onClear: () => void
}

const SORT = { column: 'name', direction: 'asc' } as const
const WAITING_ROWS = 12
const nothing = () => undefined

/** People with the group that holds their calls. */
export function MembersTable({ members, groups, listKey, onClear }: MembersTableProps) {
  const [layout, setLayout] = useTableLayout('retention-members')
  const [active, setActive] = useState<number | null>(null)
  const columns = useMemo(() => memberColumns(groups), [groups])
  const slotAt = useCallback(
    (index: number): Slot<RetentionMember> => {
      const row = members?.[index]
      return row === undefined ? { state: 'waiting' } : { state: 'row', row }
    },
    [members],
  )
  if (members?.length === 0)
    return (
      <div className="flex flex-col items-start gap-2 px-4 py-8">
        <p className="font-semibold">Nobody here</p>
        <p className="text-muted">No member of this group matches, or the group is empty.</p>
        <Button onClick={onClear}>Show everybody</Button>
      </div>
    )
  return (
    <DataTable
      label="Members"
      columns={columns}
      shown={shownColumns(columns, layout.shown)}
      onShownChange={(shown) => setLayout({ shown })}
      widths={layout.widths}
      onWidthsChange={(widths) => setLayout({ widths })}
      density={layout.density}
      count={members?.length ?? WAITING_ROWS}
      total={members?.length ?? null}
      slotAt={slotAt}
      idOf={({ personId }) => personId}
      nameOf={({ name }) => name}
      activeIndex={active}
      activeId={active === null ? null : (members?.[active]?.personId ?? null)}
      checked={null}
      sort={SORT}
      onSort={nothing}
      commands={{
        activate: setActive,
        press: setActive,
        open: nothing,
        preview: null,
        check: nothing,
      }}
      onWindowChange={nothing}
      stale={false}
      busy={members === null}
      listKey={listKey}
    />
  )
}

function memberColumns(groups: readonly RetentionGroup[]): TableColumn<RetentionMember>[] {
  const fallback = groups.find((group) => group.isDefault)
  return [
    {
      id: 'name',
      label: 'Name',
      width: 220,
      fixed: true,
      cell: ({ name }) => <span className="truncate font-medium">{name}</span>,
    },
    {
      id: 'department',
      label: 'Department',
      width: 180,
      cell: ({ department }) => <span className="truncate text-muted">{department ?? '—'}</span>,
    },
    {
      id: 'group',
      label: 'Retention group',
      width: 260,
      cell: ({ retentionGroupId }) =>
        retentionGroupId === null ? (
          <span className="truncate text-muted">
            None assigned{fallback && `: ${groupName(groups, fallback.id)} applies`}
          </span>
        ) : (
          <span className="truncate">{groupName(groups, retentionGroupId)}</span>
        ),
    },
    {
      id: 'active',
      label: 'State',
      width: 120,
      grows: 1,
      cell: ({ active }) =>
        active === null ? (
          <span className="text-muted">—</span>
        ) : active ? (
          <span className="text-muted">Active</span>
        ) : (
          <Badge tone="warning">Left</Badge>
        ),
    },
  ]
}
