'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import type { RowId, Slot } from '@/components/table/table-column'

/** The rows that were selected, kept whole so that they can be copied after they scrolled away. */
export function useSelection<T>(
  slotAt: (index: number) => Slot<T>,
  idOf: (row: T) => RowId,
  listKey: string,
) {
  const [state, setState] = useState({ listKey, rows: new Map<RowId, T>() })
  // Of this list: in another one the same index is another row.
  const anchor = useRef<{ listKey: string; index: number } | null>(null)
  if (state.listKey !== listKey) setState({ listKey, rows: new Map() })
  const check = useCallback(
    (index: number, range: boolean) => {
      const from = range && anchor.current?.listKey === listKey ? anchor.current.index : index
      anchor.current = { listKey, index }
      setState((before) => {
        const rows = new Map(before.rows)
        for (let at = Math.min(from, index); at <= Math.max(from, index); at += 1) {
          const slot = slotAt(at)
          if (slot.state !== 'row') continue
          const id = idOf(slot.row)
          if (!range && rows.has(id)) rows.delete(id)
          else rows.set(id, slot.row)
        }
        return { ...before, rows }
      })
    },
    [slotAt, idOf, listKey],
  )
  const clear = useCallback(() => setState({ listKey, rows: new Map() }), [listKey])
  const checked = useMemo(() => new Set(state.rows.keys()), [state.rows])
  const selected = useMemo(() => [...state.rows.values()], [state.rows])
  return { checked, selected, check, clear }
}
