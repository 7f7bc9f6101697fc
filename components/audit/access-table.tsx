'use client'

import { useCallback, useMemo } from 'react'
import { DataTable } from '@/components/table/data-table'
import type { HeaderCells, Slot } from '@/components/table/table-column'
import type { RowCommands } from '@/components/table/table-keys'
import { shownColumns, type TableLayout } from '@/components/table/table-layout'
import type { AccessEvent } from '@/lib/contract/access-event'
import { formatInstant, type Zone } from '@/lib/format/instant'
import type { AuditSort } from '@/lib/url/audit-url'
import { auditColumns, callText } from './audit-columns'
import { accessorName, actionWords } from './event-words'

type AccessTableProps = {
  label: string
  events: readonly AccessEvent[]
  zone: Zone
  /** For one recording: whose call it is needs no telling. */
  compact?: boolean
  columns: readonly string[] | null
  onColumnsChange: (columns: string[]) => void
  headers?: HeaderCells
  layout: TableLayout
  onLayoutChange: (next: Partial<TableLayout>) => void
  sort: AuditSort
  onSort: (sort: AuditSort) => void
  /** The key of the selected access. */
  at: string | null
  onSelect: (event: AccessEvent) => void
  onOpen: (event: AccessEvent) => void
  /** Space: shows it where the reader can see it; selects it where that is enough. */
  onPreview?: (event: AccessEvent) => void
  stale: boolean
  busy: boolean
  /** Changes when the list becomes another one. */
  listKey: string
}

/** Accesses, one a row: the same table wherever accesses are shown. */
export function AccessTable(props: AccessTableProps) {
  const { events, zone, compact = false, at, onSelect, onOpen, sort, layout } = props
  const columns = useMemo(() => auditColumns(zone, compact), [zone, compact])
  const shown = useMemo(
    () => shownColumns(columns, props.columns ?? layout.shown),
    [columns, props.columns, layout.shown],
  )
  const slotAt = useCallback(
    (index: number): Slot<AccessEvent> => {
      const row = events[index]
      return row === undefined ? { state: 'waiting' } : { state: 'row', row }
    },
    [events],
  )
  const activeIndex = useMemo(() => {
    const index = at === null ? -1 : events.findIndex((event) => event.key === at)
    return index < 0 ? null : index
  }, [events, at])
  const withRow = (act: (event: AccessEvent) => void) => (index: number) => {
    const row = events[index]
    if (row !== undefined) act(row)
  }
  const commands: RowCommands = {
    activate: withRow(onSelect),
    press: withRow(onSelect),
    open: withRow(onOpen),
    preview: withRow(props.onPreview ?? onSelect),
    check: () => undefined,
  }
  return (
    <DataTable
      label={props.label}
      columns={columns}
      shown={shown}
      onShownChange={props.onColumnsChange}
      widths={layout.widths}
      onWidthsChange={(widths) => props.onLayoutChange({ widths })}
      {...(props.headers && { headers: props.headers })}
      density={layout.density}
      count={events.length}
      total={events.length}
      slotAt={slotAt}
      idOf={(event) => event.key}
      nameOf={(event) =>
        `${formatInstant(event.timeUtc, zone)} ${accessorName(event)} ${actionWords(event)} ${callText(event)}`
      }
      activeIndex={activeIndex}
      activeId={at}
      checked={null}
      sort={{ column: sort.field, direction: sort.direction }}
      onSort={(next) =>
        props.onSort({
          field: next.column === 'heard' ? 'heard' : 'when',
          direction: next.direction,
        })
      }
      commands={commands}
      onWindowChange={ignore}
      stale={props.stale}
      busy={props.busy}
      listKey={props.listKey}
    />
  )
}

const ignore = () => undefined
