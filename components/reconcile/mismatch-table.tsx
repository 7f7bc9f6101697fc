'use client'

import { useCallback } from 'react'
import { DataTable } from '@/components/table/data-table'
import type { Slot, TableColumn } from '@/components/table/table-column'
import { shownColumns } from '@/components/table/table-layout'
import { useTableLayout } from '@/components/table/use-table-layout'
import { Badge } from '@/components/ui/badge'
import type { Since } from './run-memory'
import type { MismatchRow } from './worker-messages'

type MismatchTableProps = {
  rows: readonly MismatchRow[]
  listKey: string
  active: number | null
  onActive: (index: number) => void
  checked: ReadonlySet<number>
  onCheck: (index: number, range: boolean) => void
}

const SORT = { column: 'title', direction: 'asc' } as const
const nothing = () => undefined
const SINCE_WORDS: Record<Since, string> = {
  new: 'new',
  'still-there': 'still there',
  returned: 'returned',
}

const COLUMNS: TableColumn<MismatchRow>[] = [
  {
    id: 'title',
    label: 'Who or what',
    width: 220,
    grows: 1,
    fixed: true,
    cell: ({ title }) => <span className="truncate font-medium">{title}</span>,
  },
  {
    id: 'hr',
    label: 'In HR',
    width: 200,
    grows: 1,
    cell: ({ hr }) => <span className="truncate text-muted">{hr}</span>,
  },
  {
    id: 'focus',
    label: 'In Focus',
    width: 200,
    grows: 1,
    cell: ({ focus }) => <span className="truncate">{focus}</span>,
  },
  {
    id: 'matched',
    label: 'Matched by',
    width: 130,
    cell: ({ matchedBy }) =>
      matchedBy === '—' ? <span className="text-muted">—</span> : <Badge>{matchedBy}</Badge>,
  },
  {
    id: 'since',
    label: 'Since last run',
    width: 110,
    align: 'right',
    cell: ({ since }) => (
      <span className={since === 'still-there' || since === null ? 'text-muted' : undefined}>
        {since === null ? '—' : SINCE_WORDS[since]}
      </span>
    ),
  },
]

/** The mismatches of one kind. */
export function MismatchTable(props: MismatchTableProps) {
  const { rows, listKey, active, onActive, checked, onCheck } = props
  const [layout, setLayout] = useTableLayout('reconcile')
  const slotAt = useCallback(
    (index: number): Slot<MismatchRow> => {
      const row = rows[index]
      return row === undefined ? { state: 'waiting' } : { state: 'row', row }
    },
    [rows],
  )
  return (
    <DataTable
      label="Mismatches"
      columns={COLUMNS}
      shown={shownColumns(COLUMNS, layout.shown)}
      onShownChange={(shown) => setLayout({ shown })}
      widths={layout.widths}
      onWidthsChange={(widths) => setLayout({ widths })}
      density={layout.density}
      count={rows.length}
      total={rows.length}
      slotAt={slotAt}
      idOf={({ at }) => at}
      nameOf={({ title }) => title}
      activeIndex={active}
      activeId={active === null ? null : (rows[active]?.at ?? null)}
      checked={checked}
      sort={SORT}
      onSort={nothing}
      commands={{
        activate: onActive,
        press: onActive,
        open: onActive,
        preview: null,
        check: onCheck,
      }}
      onWindowChange={nothing}
      stale={false}
      busy={false}
      listKey={listKey}
    />
  )
}
