'use client'

import { Command } from 'cmdk'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { useShortcut } from '@/components/ui/shortcut'
import { useOverlays } from './overlays'
import { PaletteActions } from './palette-actions'
import { PaletteJump } from './palette-jump'
import { PalettePages } from './palette-pages'
import { PaletteViews } from './palette-views'

/** Pages, saved views, actions, and a jump to a recording by either of its ids, from one field. */
export function Palette() {
  const { shown, show } = useOverlays()
  useShortcut('mod+k', 'Search or jump to', () => show(shown === 'palette' ? null : 'palette'), {
    group: 'Everywhere',
    inFields: true,
    inOverlays: true,
  })
  return (
    <Dialog
      bare
      title="Search or jump to"
      open={shown === 'palette'}
      onOpenChange={(open) => show(open ? 'palette' : null)}
    >
      <PaletteBody onDone={() => show(null)} />
    </Dialog>
  )
}

function PaletteBody({ onDone }: { onDone: () => void }) {
  const [text, setText] = useState('')
  return (
    <Command label="Search or jump to" loop className="flex flex-col">
      <Command.Input
        autoFocus
        value={text}
        onValueChange={setText}
        placeholder="A page, an action, or a recording’s id"
        className="h-12 shrink-0 border-line border-b bg-transparent px-4 text-[15px] outline-none"
      />
      <Command.List className="max-h-[50vh] overflow-y-auto p-2 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-[12px] [&_[cmdk-group-heading]]:text-muted">
        <Command.Empty className="px-2 py-6 text-center text-muted">
          Nothing here is called that.
        </Command.Empty>
        <PaletteJump text={text} onDone={onDone} />
        <PalettePages onDone={onDone} />
        <PaletteViews onDone={onDone} />
        <PaletteActions onDone={onDone} />
      </Command.List>
    </Command>
  )
}
