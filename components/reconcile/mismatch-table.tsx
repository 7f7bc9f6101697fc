'use client'

import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { DataTable } from '@/components/table/data-table'
import type { Slot, TableColumn } from '@/components/table/table-column'
import { shownColumns } from '@/components/table/table-layout'
import { useTableLayout } from '@/components/table/use-table-layout'
import { Badge } from '@/components/ui/badge'
import { inRanges, type PlaceRanges } from './place-ranges'
import { RowWindow } from './row-window'
import type { Since } from './run-memory'
import type { MismatchRow } from './worker-messages'

type MismatchTableProps = {
  count: number
  /** Null while the list is on its way. */
  rows: RowWindow | null
  listKey: string
  active: number | null
  onActive: (index: number) => void
  /** The chosen ones, by their places in the result. */
  chosen: PlaceRanges
  onCheck: (index: number, range: boolean) => void
}

/** As they were found: by no column. */
const SORT = { column: '', direction: 'asc' } as const
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

const NO_ROWS = new RowWindow(() => new Promise(() => undefined))

/** The mismatches of one kind; those that have not arrived have the shape of a row. */
export function MismatchTable(props: MismatchTableProps) {
  const { count, listKey, active, onActive, chosen, onCheck } = props
  const rows = props.rows ?? NO_ROWS
  const [layout, setLayout] = useTableLayout('reconcile')
  const version = useSyncExternalStore(rows.subscribe, rows.version, rows.version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version has other rows
  const slotAt = useCallback(
    (index: number): Slot<MismatchRow> => {
      const row = rows.rowAt(index)
      return row === undefined ? { state: 'waiting' } : { state: 'row', row }
    },
    [rows, version],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version has other rows
  const checked = useMemo(() => {
    const places = new Set<number>()
    for (const { at } of rows.rows()) if (inRanges(chosen, at)) places.add(at)
    return places
  }, [rows, version, chosen])
  const onWindowChange = useCallback(
    (first: number, last: number) => rows.look(first, last),
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
      count={count}
      total={count}
      slotAt={slotAt}
      idOf={({ at }) => at}
      nameOf={({ title }) => title}
      activeIndex={active}
      activeId={active === null ? null : (rows.rowAt(active)?.at ?? null)}
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
      onWindowChange={onWindowChange}
      stale={false}
      busy={props.rows === null}
      listKey={listKey}
    />
  )
}
