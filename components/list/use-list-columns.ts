'use client'

import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { TableColumn } from '@/components/table/table-column'
import { DEFAULT_LAYOUT, shownColumns } from '@/components/table/table-layout'
import { useTableLayout } from '@/components/table/use-table-layout'

/**
 * How the list of this name is arranged: the address says which columns, else this browser remembers. What `table` and
 * `button` hold is for the `DataTable` and the `ColumnsButton` as they stand. `onReset` is told when all is as it comes again.
 */
export function useListColumns<T>(
  of: string,
  columns: readonly TableColumn<T>[],
  inAddress: string[] | null,
  change: (next: { columns: string[] | null }, how: 'replace') => void,
  onReset?: () => void,
) {
  const [layout, setLayout] = useTableLayout(of)
  const shown = useMemo(
    () => shownColumns(columns, inAddress ?? layout.shown),
    [columns, inAddress, layout.shown],
  )
  useEffect(() => {
    // A link to this screen must show these columns to whoever opens it.
    if (inAddress === null && layout.shown !== null) change({ columns: layout.shown }, 'replace')
  }, [inAddress, layout.shown, change])
  const onShownChange = useCallback(
    (next: string[]) => {
      setLayout({ shown: next })
      change({ columns: next }, 'replace')
    },
    [setLayout, change],
  )
  const headers = useRef(new Map<string, HTMLElement>())
  const table = {
    columns,
    shown,
    onShownChange,
    widths: layout.widths,
    onWidthsChange: (widths: Record<string, number>) => setLayout({ widths }),
    headers,
    density: layout.density,
  }
  return {
    layout,
    setLayout,
    table,
    button: {
      ...table,
      onDensityChange: (density: typeof layout.density) => setLayout({ density }),
      onReset: () => {
        setLayout(DEFAULT_LAYOUT)
        change({ columns: null }, 'replace')
        onReset?.()
      },
    },
  }
}
