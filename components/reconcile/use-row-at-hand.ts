'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { useRowShortcuts } from '@/components/list/use-row-shortcuts'
import type { RowCommands } from '@/components/table/table-keys'
import { listIn } from './list-in'

type RowAtHand = {
  listKey: string
  count: number
  check: RowCommands['check']
  /** Where the list stands, and where the evidence stands beside it while it is shown. */
  list: RefObject<HTMLElement | null>
  evidence: RefObject<HTMLElement | null>
}

/**
 * The row at hand and its evidence, and what keys and presses do with rows: the evidence goes along with the row until it is
 * closed; Space shows or closes it, Enter goes into it. The row is of this browser alone, as what was found is.
 */
export function useRowAtHand({ listKey, count, check, list, evidence }: RowAtHand) {
  const [place, setPlace] = useState<{ listKey: string; index: number } | null>(null)
  const [pane, setPane] = useState(true)
  const entering = useRef(false)
  // The evidence of a row is asked for first: it is entered when it has arrived.
  useEffect(() => {
    if (!entering.current || evidence.current === null) return
    entering.current = false
    evidence.current.focus()
  })
  // What was the last row may be gone; then the one before it is at hand.
  const active =
    place !== null && place.listKey === listKey && count > 0
      ? Math.min(place.index, count - 1)
      : null
  const move = (index: number) => {
    entering.current = false
    setPlace({ listKey, index })
  }
  const show = (index: number) => {
    move(index)
    setPane(true)
  }
  const close = () => {
    if (evidence.current?.contains(document.activeElement)) listIn(list.current)?.focus()
    setPane(false)
  }
  const commands: RowCommands = {
    activate: move,
    press: show,
    preview: (index) => (pane && index === active ? close() : show(index)),
    open(index) {
      show(index)
      entering.current = true
    },
    check,
  }
  useRowShortcuts({
    ...{ noun: 'mismatch', plays: false, pane: pane && active !== null },
    ...{ place: { id: null, index: active }, commands, close },
    step(by) {
      const next = (active ?? (by > 0 ? -1 : 0)) + by
      if (next >= 0 && next < count) move(next)
    },
  })
  return { active, shown: pane ? active : null, commands, close }
}
