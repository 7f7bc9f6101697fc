'use client'

import { useShortcut } from '@/components/ui/shortcut'
import type { AccessEvent } from '@/lib/contract/access-event'

const GROUP = 'The list'

type AuditKeys = {
  /** The rows in the order of the screen. */
  shown: readonly AccessEvent[]
  /** The key of the selected one. */
  at: string | null
  onSelect: (event: AccessEvent) => void
  onPreview: (event: AccessEvent) => void
  onOpen: (event: AccessEvent) => void
}

/** The table's keys while nothing in particular has the focus. */
export function useAuditKeys({ shown, at, onSelect, onPreview, onOpen }: AuditKeys): void {
  const index = () => (at === null ? -1 : shown.findIndex((event) => event.key === at))
  const step = (by: 1 | -1) => () => {
    const event = shown[Math.max(0, index() + by)]
    if (event !== undefined) onSelect(event)
  }
  const onRow = (act: (event: AccessEvent) => void) => () => {
    const event = shown[index()]
    if (event !== undefined) act(event)
  }
  useShortcut(['j', 'ArrowDown'], 'Next row', step(1), { group: GROUP })
  useShortcut(['k', 'ArrowUp'], 'Previous row', step(-1), { group: GROUP })
  useShortcut(' ', 'Show what is known of the row', onRow(onPreview), { group: GROUP })
  useShortcut('Enter', 'Open the recording', onRow(onOpen), { group: GROUP })
}
