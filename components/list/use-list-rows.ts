'use client'

import { useCallback, useEffect } from 'react'
import type { Slot } from '@/components/table/table-column'
import type { RowCommands } from '@/components/table/table-keys'
import { usePlace } from './use-place'
import { useRowShortcuts } from './use-row-shortcuts'

/** The part of a list's address that says where the reader is in it. */
type InAddress = { at: number | null; row: number | null; pane: boolean }

type ListRows<T> = {
  /** What a row is called: `recording`. */
  noun: string
  state: InAddress
  change: (next: Partial<InAddress>, how?: 'push' | 'replace') => void
  /** Counts the states that came from elsewhere. */
  arrivals: number
  slotAt: (index: number) => Slot<T>
  idOf: (row: T) => number
  /** How many rows the list has; null while nobody knows. */
  places: number | null
  check: RowCommands['check']
  /** The pane beside the list plays what the row is: its keys come first. */
  plays?: boolean
  /** What Enter does; the pane, where a row has no page of its own. */
  onOpen?: ((row: T) => void) | undefined
}

/** The row at hand, and what keys and presses do with rows: walk, preview beside the list, select, open. */
export function useListRows<T>(list: ListRows<T>) {
  const { noun, state, change, arrivals, slotAt, idOf, places, check, onOpen, plays = false } = list
  const [place, move] = usePlace(state, change, arrivals)
  const stepTo = useCallback(
    (index: number) => {
      const slot = slotAt(index)
      move({ index, id: slot.state === 'row' ? idOf(slot.row) : null })
    },
    [slotAt, idOf, move],
  )
  // A row reached by a jump is on its way: its id is known when it arrives.
  const arrived = place.id === null && place.index !== null ? slotAt(place.index) : null
  useEffect(() => {
    if (arrived?.state === 'row' && place.index !== null)
      move({ index: place.index, id: idOf(arrived.row) })
  }, [arrived, place.index, idOf, move])

  const showPane = (index: number) => {
    const slot = slotAt(index)
    if (slot.state !== 'row') return
    const id = idOf(slot.row)
    move({ index, id })
    change({ at: id, row: index, pane: true }, state.pane ? 'replace' : 'push')
  }
  const open = (index: number) => {
    const slot = slotAt(index)
    if (onOpen === undefined) showPane(index)
    else if (slot.state === 'row') {
      change({ at: idOf(slot.row), row: index }, 'replace')
      onOpen(slot.row)
    }
  }
  const commands: RowCommands = {
    activate: stepTo,
    open,
    preview: state.pane ? null : showPane,
    check,
    press: showPane,
  }
  const step = (by: 1 | -1) => {
    const next = (place.index ?? (by > 0 ? -1 : 0)) + by
    if (next >= 0 && next < (places ?? 0)) stepTo(next)
  }
  const closePane = () => change({ pane: false }, 'push')
  useRowShortcuts({ noun, pane: state.pane, plays, place, step, commands, close: closePane })
  return { place, commands, step, closePane }
}
