'use client'

import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'

const manager = Toast.createToastManager()

/** A short word about something just done ("Link copied"). Never a failure that needs reading: that stands in the page. */
export function notify(title: string, description?: string): void {
  manager.add({ title, ...(description !== undefined && { description }), timeout: 4000 })
}

function Notices() {
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection="right"
      className="mt-2 flex items-center gap-3 rounded-lg border border-line bg-panel py-2 pr-2 pl-3 shadow-overlay transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
    >
      <div className="grow">
        <Toast.Title className="font-medium text-[13px]" />
        <Toast.Description className="text-[12px] text-muted" />
      </div>
      <Toast.Close
        aria-label="Dismiss"
        className="inline-flex size-6 items-center justify-center rounded text-muted hover:bg-sunk hover:text-ink"
      >
        <X size={14} aria-hidden />
      </Toast.Close>
    </Toast.Root>
  ))
}

/** Where notices appear; wraps the page once. */
export function NotifyProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-60 w-80 max-w-[calc(100vw-32px)] outline-none">
          <Notices />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}
