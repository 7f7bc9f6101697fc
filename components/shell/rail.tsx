'use client'

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { Brand } from './brand'
import { RailEntries } from './rail-entries'
import { useRailWidth } from './rail-width'
import { ViewerMenu } from './viewer-menu'

/** The pages, down the left. Icons alone where there is little room or by choice; folded away below 1024 px. */
export function Rail() {
  const { wide, toggle } = useRailWidth()
  return (
    <aside
      aria-label="Console"
      className="hidden w-13 shrink-0 flex-col border-line border-r bg-page rail-wide:w-46 lg:flex print:hidden"
    >
      <div className="flex h-12 shrink-0 items-center px-4">
        <Brand />
      </div>
      <nav aria-label="Pages" className="grow overflow-y-auto p-2">
        <RailEntries narrow={!wide} />
      </nav>
      <div className="flex flex-col items-center gap-1 border-line border-t p-2 rail-wide:flex-row rail-wide:items-center">
        <ViewerMenu />
        <IconButton
          size="sm"
          label={wide ? 'Collapse the rail' : 'Expand the rail'}
          icon={
            wide ? (
              <PanelLeftClose size={16} aria-hidden />
            ) : (
              <PanelLeftOpen size={16} aria-hidden />
            )
          }
          onClick={toggle}
        />
      </div>
    </aside>
  )
}
