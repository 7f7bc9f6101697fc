'use client'

import type { RowCommands } from '@/components/table/table-keys'
import { useShortcut } from '@/components/ui/shortcut'
import type { Place } from './use-place'

type RowShortcuts = {
  /** What a row is called: `recording`. */
  noun: string
  pane: boolean
  /** The pane plays what the row is. */
  plays: boolean
  place: Place
  step: (by: 1 | -1) => void
  commands: RowCommands
  close: () => void
}

const GROUP = 'The list'

/**
 * The list's keys while nothing in particular has the focus. With the pane open j, k and Space belong to its player, where it has one, as
 * long as the list itself has not the focus; n and p walk the queue.
 */
export function useRowShortcuts(shortcuts: RowShortcuts): void {
  const { noun, pane, plays, place, step, commands, close } = shortcuts
  const atRow = (act: (index: number) => void) => () => {
    if (place.index !== null) act(place.index)
  }
  const alone = { group: GROUP, enabled: !(pane && plays) }
  useShortcut(['j', 'ArrowDown'], 'Next row', () => step(1), alone)
  useShortcut(['k', 'ArrowUp'], 'Previous row', () => step(-1), alone)
  useShortcut(
    ' ',
    'Preview the row',
    atRow((index) => commands.preview?.(index)),
    alone,
  )
  useShortcut('Enter', `Open the ${noun}`, atRow(commands.open), { group: GROUP })
  useShortcut(
    'x',
    'Select the row',
    atRow((index) => commands.check(index, false)),
    { group: GROUP },
  )
  useShortcut('n', `Next ${noun}`, () => step(1), { group: GROUP, enabled: pane })
  useShortcut('p', `Previous ${noun}`, () => step(-1), { group: GROUP, enabled: pane })
  useShortcut('Escape', 'Close the preview', close, { group: GROUP, enabled: pane })
}
