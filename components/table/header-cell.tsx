'use client'

import { clsx } from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode, RefCallback } from 'react'
import { Tooltip } from '@/components/ui/tooltip'
import type { TableColumn, TableSort } from './table-column'

type HeaderCellProps<T> = {
  column: TableColumn<T>
  at: number
  children: ReactNode
  sort: TableSort | null
  onSort: (sort: TableSort) => void
  onDropColumn: (id: string) => void
  /** Registers the cell as it is drawn. */
  cell: RefCallback<HTMLElement>
  /** `drawnPx`: how wide it is now, which is more than its width where it grows. */
  onResizeStart: (event: unknown, drawnPx: number) => void
  /** Gives it the width that comes with the table again. */
  onResizeUndo: () => void
}

const DRAG_TYPE = 'text/x-focus-column'

/** Sorts when pressed, moves when dragged, resizes at its edge. */
export function HeaderCell<T>(props: HeaderCellProps<T>) {
  const { column, at, children, sort, onSort, onDropColumn } = props
  const sorted = sort?.column === column.id ? sort.direction : null
  const title = column.sign === undefined ? children : <span aria-hidden>{children}</span>
  const startResize = (event: { currentTarget: HTMLElement }) =>
    props.onResizeStart(event, event.currentTarget.parentElement?.offsetWidth ?? column.width)
  return (
    // biome-ignore lint/a11y/useSemanticElements: belongs to a grid whose rows are placed by scrolling
    <div
      ref={props.cell}
      role="columnheader"
      tabIndex={-1}
      aria-colindex={at}
      aria-sort={sorted === null ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(DRAG_TYPE, column.id)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAG_TYPE)) event.preventDefault()
      }}
      onDrop={(event) => onDropColumn(event.dataTransfer.getData(DRAG_TYPE))}
      className={clsx(
        'relative flex min-w-0 items-center px-2 text-muted',
        column.align === 'right' && 'justify-end',
        column.align === 'center' && 'justify-center',
      )}
    >
      {column.sortsFirst === undefined ? (
        <Tooltip content={column.label}>
          <span className="truncate">
            {title}
            {column.sign !== undefined && <span className="sr-only">{column.label}</span>}
          </span>
        </Tooltip>
      ) : (
        <button
          type="button"
          className="-mx-1 inline-flex items-center gap-1 truncate rounded px-1 hover:text-ink"
          onClick={() => onSort({ column: column.id, direction: nextDirection(column, sorted) })}
        >
          {children}
          {sorted === 'asc' && <ArrowUp size={12} aria-hidden />}
          {sorted === 'desc' && <ArrowDown size={12} aria-hidden />}
        </button>
      )}
      <span
        aria-hidden
        onMouseDown={(event) => {
          // Else the browser takes it for a drag of the whole cell, once the edge has moved from under the pointer.
          event.preventDefault()
          startResize(event)
        }}
        onTouchStart={startResize}
        onDoubleClick={props.onResizeUndo}
        className="absolute inset-y-1 right-0 w-1.5 cursor-col-resize rounded hover:bg-line-strong/50"
      />
    </div>
  )
}

function nextDirection<T>(column: TableColumn<T>, sorted: 'asc' | 'desc' | null): 'asc' | 'desc' {
  if (sorted === null) return column.sortsFirst ?? 'asc'
  return sorted === 'asc' ? 'desc' : 'asc'
}
