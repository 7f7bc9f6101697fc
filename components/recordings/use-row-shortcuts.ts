'use client'

import type { RowCommands } from '@/components/table/table-keys'
import { useShortcut } from '@/components/ui/shortcut'
import type { Place } from './use-recordings-state'

type RowShortcuts = {
  pane: boolean
  place: Place
  step: (by: 1 | -1) => void
  commands: RowCommands
  close: () => void
}

const GROUP = 'The list'

/**
 * The list's keys while nothing in particular has the focus. With the pane open j, k and Space belong to the player, as long as the
 * list itself has not the focus; n and p walk the queue.
 */
export function useRowShortcuts({ pane, place, step, commands, close }: RowShortcuts): void {
  const atRow = (act: (index: number) => void) => () => {
    if (place.index !== null) act(place.index)
  }
  const alone = { group: GROUP, enabled: !pane }
  useShortcut(['j', 'ArrowDown'], 'Next row', () => step(1), alone)
  useShortcut(['k', 'ArrowUp'], 'Previous row', () => step(-1), alone)
  useShortcut(
    ' ',
    'Preview the row',
    atRow((index) => commands.preview?.(index)),
    alone,
  )
  useShortcut('Enter', 'Open the recording', atRow(commands.open), { group: GROUP })
  useShortcut(
    'x',
    'Select the row',
    atRow((index) => commands.check(index, false)),
    { group: GROUP },
  )
  useShortcut('n', 'Next recording', () => step(1), { group: GROUP, enabled: pane })
  useShortcut('p', 'Previous recording', () => step(-1), { group: GROUP, enabled: pane })
  useShortcut('Escape', 'Close the preview', close, { group: GROUP, enabled: pane })
}
