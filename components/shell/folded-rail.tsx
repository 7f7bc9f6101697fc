'use client'

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { Brand } from './brand'
import { useOverlays } from './overlays'
import { RailEntries } from './rail-entries'
import { ViewerMenu } from './viewer-menu'

/** The rail below 1024 px: it lies over the page until a page is chosen. */
export function FoldedRail() {
  const { shown, show } = useOverlays()
  return (
    <Dialog.Root open={shown === 'pages'} onOpenChange={(open) => show(open ? 'pages' : null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-shade lg:hidden" />
        <Dialog.Popup className="fixed inset-y-0 left-0 z-50 flex w-60 flex-col border-line border-r bg-page shadow-overlay outline-none lg:hidden">
          <div className="flex h-12 shrink-0 items-center justify-between pr-2 pl-4">
            <Brand always />
            <Dialog.Title className="sr-only">Pages</Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-sunk hover:text-ink"
            >
              <X size={16} aria-hidden />
            </Dialog.Close>
          </div>
          <nav aria-label="Pages" className="grow overflow-y-auto p-2">
            <RailEntries narrow={false} always onFollow={() => show(null)} />
          </nav>
          <div className="flex border-line border-t p-2">
            <ViewerMenu always />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
