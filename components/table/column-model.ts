'use client'

import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  type ReactTable,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Slot, TableColumn } from './table-column'
import { boundWidth, MOST_WIDE } from './table-layout'

const FEATURES = tableFeatures({
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
})
export type Features = typeof FEATURES

/** A place of the list that is on screen now. */
export type WindowRow<T> = { index: number; slot: Slot<T> }

/**
 * TanStack Table over the rows that are on screen: it owns which columns stand where and how wide. The rest of a
 * list of any length is only a height.
 */
export function useColumnModel<T>(options: {
  columns: readonly TableColumn<T>[]
  shown: string[]
  widths: Record<string, number>
  onWidthsChange: (widths: Record<string, number>) => void
  window: WindowRow<T>[]
}): ReactTable<Features, WindowRow<T>> {
  const { columns, shown, widths, onWidthsChange, window } = options
  const definitions = useMemo(() => {
    const helper = createColumnHelper<Features, WindowRow<T>>()
    return helper.columns(
      columns.map((column) =>
        helper.display({
          id: column.id,
          header: () => column.sign ?? column.label,
          cell: ({ row }) =>
            row.original.slot.state === 'row' ? column.cell(row.original.slot.row) : null,
          size: column.width,
          minSize: column.minWidth ?? 28,
          maxSize: MOST_WIDE,
        }),
      ),
    )
  }, [columns])
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.id, shown.includes(column.id)])),
    [columns, shown],
  )
  return useTable({
    features: FEATURES,
    columns: definitions,
    data: window,
    getRowId: (row) => String(row.index),
    columnResizeMode: 'onChange',
    state: { columnOrder: shown, columnVisibility, columnSizing: widths },
    onColumnSizingChange: (updater) => {
      const next = typeof updater === 'function' ? updater(widths) : updater
      onWidthsChange(
        Object.fromEntries(Object.entries(next).map(([id, width]) => [id, boundWidth(width)])),
      )
    },
  })
}
