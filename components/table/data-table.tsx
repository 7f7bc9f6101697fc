'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { clsx } from 'clsx'
import { useEffect, useId, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useColumnModel, type WindowRow } from './column-model'
import { HeaderCell } from './header-cell'
import type { HeaderCells, RowId, Slot, TableColumn, TableSort } from './table-column'
import { type RowCommands, tableKey } from './table-keys'
import { columnTrack, DENSITIES, type Density, dropColumn } from './table-layout'
import { TableRow } from './table-row'

/** Browsers cannot draw a taller scroller than this (about 33.5 million pixels in Chromium). */
const TALLEST_PX = 32_000_000
const HEADER_PX = 34
const CHECK_PX = 34
/** Without boxes, a little room before the first column. */
const MARGIN_PX = 8

/** How many rows one scroller can reach at this density. */
export function mostRows(density: Density): number {
  return Math.min(1_000_000, Math.floor(TALLEST_PX / DENSITIES[density]))
}

type DataTableProps<T> = {
  /** Its accessible name. */
  label: string
  columns: readonly TableColumn<T>[]
  shown: string[]
  onShownChange: (shown: string[]) => void
  widths: Record<string, number>
  onWidthsChange: (widths: Record<string, number>) => void
  /** Filled with the header cells by column id: how wide a column is drawn, a growing one too. */
  headers?: HeaderCells
  density: Density
  /** Places in the list, arrived or not; beyond `mostRows` the scroller stops. */
  count: number
  /** How many there are in all; null when nobody knows. */
  total: number | null
  slotAt: (index: number) => Slot<T>
  idOf: (row: T) => RowId
  /** What `x` or its box calls the row. */
  nameOf: (row: T) => string
  activeIndex: number | null
  activeId: RowId | null
  /** Null where rows cannot be selected: then there is no box before them. */
  checked: ReadonlySet<RowId> | null
  sort: TableSort
  onSort: (sort: TableSort) => void
  commands: RowCommands
  /** First and last place on screen. */
  onWindowChange: (first: number, last: number) => void
  stale: boolean
  busy: boolean
  /** Changes when the list becomes another one: scrolls to `activeIndex`, or to the top. */
  listKey: string
}

/** The one table: any number of rows, of which only those on screen exist. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { columns, shown, widths, density, slotAt, activeIndex, commands, onWindowChange } = props
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const rowHeight = DENSITIES[density]
  const count = Math.min(props.count, mostRows(density))
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: HEADER_PX,
    scrollPaddingStart: HEADER_PX,
    initialRect: { width: 1000, height: 900 },
    initialOffset: () => (activeIndex === null ? 0 : Math.max(0, (activeIndex - 8) * rowHeight)),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer is one object; a new height must be measured anew
  useEffect(() => virtualizer.measure(), [rowHeight])
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onWindowChange(first, last), [first, last, onWindowChange])

  const window = useMemo(() => {
    const rows: WindowRow<T>[] = []
    for (let index = first; index <= last && index < count; index += 1)
      rows.push({ index, slot: slotAt(index) })
    return rows
  }, [first, last, count, slotAt])
  const table = useColumnModel<T>({
    columns,
    shown,
    widths,
    onWidthsChange: props.onWidthsChange,
    window,
  })

  const scrolledTo = useRef<{ list: string; index: number | null } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for a new list or place, not for a new virtualizer
  useEffect(() => {
    const before = scrolledTo.current
    if (before?.list === props.listKey && before.index === activeIndex) return
    scrolledTo.current = { list: props.listKey, index: activeIndex }
    // Where it stands at first is the virtualizer's own beginning.
    if (before === null) return
    if (activeIndex !== null && activeIndex < count)
      virtualizer.scrollToIndex(activeIndex, { align: 'auto' })
    else if (before.list !== props.listKey) virtualizer.scrollToOffset(0)
  }, [props.listKey, activeIndex, count])

  const visible = table.getVisibleLeafColumns()
  const byId = new Map(columns.map((column) => [column.id, column]))
  const tracks = visible.map((column) =>
    columnTrack(column.getSize(), byId.get(column.id)?.grows, column.id in widths),
  )
  const selectable = props.checked !== null
  const leadPx = selectable ? CHECK_PX : MARGIN_PX
  const least = visible.reduce((sum, column) => sum + column.getSize(), leadPx)
  const style = {
    gridTemplateColumns: `${selectable ? `${CHECK_PX}px ` : ''}${tracks.join(' ')}`,
    ...(!selectable && { paddingLeft: MARGIN_PX }),
    minWidth: least,
  }
  const firstColumn = selectable ? 2 : 1
  const activeShown = activeIndex !== null && activeIndex >= first && activeIndex <= last
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / rowHeight) - 2)

  return (
    <div className="relative flex min-h-0 grow flex-col after:pointer-events-none after:absolute after:inset-0 after:z-10 has-[>:focus-visible]:after:outline-2 has-[>:focus-visible]:after:-outline-offset-2 has-[>:focus-visible]:after:outline-accent">
      {/* biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are placed by scrolling */}
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={props.total === null ? -1 : props.total + 1}
        aria-colcount={visible.length + firstColumn - 1}
        aria-multiselectable={selectable}
        aria-busy={props.busy || props.stale}
        {...(activeShown && { 'aria-activedescendant': `${id}-${activeIndex}` })}
        onKeyDown={(event) => {
          if (event.target !== event.currentTarget) return
          if (tableKey(event, { activeIndex, count, page, first }, commands)) event.preventDefault()
        }}
        className="min-h-0 grow overflow-auto outline-none [overflow-anchor:none]"
      >
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div
          role="rowgroup"
          className="sticky top-0 z-10 border-line border-b bg-page"
          style={{ minWidth: least }}
        >
          {table.getHeaderGroups().map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
            <div
              key={group.id}
              role="row"
              aria-rowindex={1}
              className="grid"
              style={{ ...style, height: HEADER_PX - 1 }}
            >
              {selectable && (
                // biome-ignore lint/a11y/useSemanticElements: see above
                <div role="columnheader" tabIndex={-1} aria-colindex={1}>
                  <span className="sr-only">Selected</span>
                </div>
              )}
              {group.headers.map((header, at) => {
                const column = byId.get(header.column.id)
                if (column === undefined) return null
                return (
                  <HeaderCell
                    key={header.id}
                    column={column}
                    at={at + firstColumn}
                    sort={props.sort}
                    onSort={props.onSort}
                    onDropColumn={(dropped) =>
                      props.onShownChange(dropColumn(shown, dropped, column.id))
                    }
                    cell={(element) => {
                      if (element !== null) props.headers?.current.set(column.id, element)
                      return () => void props.headers?.current.delete(column.id)
                    }}
                    onResizeStart={(event, drawnPx) => {
                      // The edge must stay under the pointer: it starts from what is drawn.
                      if (drawnPx !== header.getSize())
                        flushSync(() => props.onWidthsChange({ ...widths, [column.id]: drawnPx }))
                      header.getResizeHandler()(event)
                    }}
                    onResizeUndo={() => {
                      const { [column.id]: _, ...others } = widths
                      props.onWidthsChange(others)
                    }}
                  >
                    <table.FlexRender header={header} />
                  </HeaderCell>
                )
              })}
            </div>
          ))}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div
          role="rowgroup"
          className={clsx('relative', props.stale && 'grayscale')}
          style={{ height: virtualizer.getTotalSize(), minWidth: least }}
        >
          {table.getRowModel().rows.map((row) => {
            const { index, slot } = row.original
            const rowId = slot.state === 'row' ? props.idOf(slot.row) : null
            return (
              <TableRow
                key={index}
                domId={`${id}-${index}`}
                index={index}
                state={slot.state}
                name={slot.state === 'row' ? props.nameOf(slot.row) : ''}
                active={rowId !== null ? rowId === props.activeId : index === activeIndex}
                checked={props.checked === null ? null : rowId !== null && props.checked.has(rowId)}
                top={index * rowHeight}
                height={rowHeight}
                style={style}
                commands={commands}
              >
                {slot.state === 'row' &&
                  row.getVisibleCells().map((cell, at) => (
                    // biome-ignore lint/a11y/useSemanticElements: see above
                    // biome-ignore lint/a11y/useFocusableInteractive: see above
                    <div
                      key={cell.id}
                      role="gridcell"
                      aria-colindex={at + firstColumn}
                      className={clsx(
                        'flex min-w-0 items-center overflow-hidden whitespace-nowrap px-2',
                        byId.get(cell.column.id)?.align === 'right' && 'justify-end',
                        byId.get(cell.column.id)?.align === 'center' && 'justify-center',
                      )}
                    >
                      <table.FlexRender cell={cell} />
                    </div>
                  ))}
              </TableRow>
            )
          })}
        </div>
      </div>
    </div>
  )
}
