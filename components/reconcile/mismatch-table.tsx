'use client'

import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { useListColumns } from '@/components/list/use-list-columns'
import { DataTable } from '@/components/table/data-table'
import type { Slot } from '@/components/table/table-column'
import type { RowCommands } from '@/components/table/table-keys'
import { inRanges, type PlaceRanges } from './place-ranges'
import { RowWindow } from './row-window'
import type { MismatchRow } from './worker-messages'

type MismatchTableProps = {
  count: number
  /** Null while the list is on its way. */
  rows: RowWindow | null
  listKey: string
  active: number | null
  /** Which columns there are, which are shown and how. */
  table: ReturnType<typeof useListColumns<MismatchRow>>['table']
  commands: RowCommands
  /** The chosen ones, by their places in the result. */
  chosen: PlaceRanges
}

/** As they were found: by no column. */
const SORT = { column: '', direction: 'asc' } as const
const nothing = () => undefined
const NO_ROWS = new RowWindow(() => new Promise(() => undefined))

/** The mismatches of one kind; those that have not arrived have the shape of a row. */
export function MismatchTable(props: MismatchTableProps) {
  const { count, listKey, active, table, commands, chosen } = props
  const rows = props.rows ?? NO_ROWS
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
      {...table}
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
      commands={commands}
      onWindowChange={onWindowChange}
      stale={false}
      busy={props.rows === null}
      listKey={listKey}
    />
  )
}
