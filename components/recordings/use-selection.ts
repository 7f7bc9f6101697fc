'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import type { Slot } from '@/components/table/table-column'
import type { Recording } from '@/lib/contract/recording'

/** The rows that were selected, kept whole so that they can be copied after they scrolled away. */
export function useSelection(slotAt: (index: number) => Slot<Recording>, listKey: string) {
  const [state, setState] = useState({ listKey, rows: new Map<number, Recording>() })
  const anchor = useRef<number | null>(null)
  if (state.listKey !== listKey) setState({ listKey, rows: new Map() })
  const check = useCallback(
    (index: number, range: boolean) => {
      const from = range && anchor.current !== null ? anchor.current : index
      anchor.current = index
      setState((before) => {
        const rows = new Map(before.rows)
        for (let at = Math.min(from, index); at <= Math.max(from, index); at += 1) {
          const slot = slotAt(at)
          if (slot.state !== 'row') continue
          if (!range && rows.has(slot.row.id)) rows.delete(slot.row.id)
          else rows.set(slot.row.id, slot.row)
        }
        return { ...before, rows }
      })
    },
    [slotAt],
  )
  const clear = useCallback(() => setState({ listKey, rows: new Map() }), [listKey])
  const checked = useMemo(() => new Set(state.rows.keys()), [state.rows])
  const selected = useMemo(() => [...state.rows.values()], [state.rows])
  return { checked, selected, check, clear }
}
