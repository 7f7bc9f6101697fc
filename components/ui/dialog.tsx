'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { clsx } from 'clsx'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'

type DialogProps = {
  title: string
  open: boolean
  onOpenChange: (open: boolean) => void
  children: ReactNode
  description?: ReactNode
  /** Buttons at its foot. */
  footer?: ReactNode
  size?: 'sm' | 'md' | 'lg'
  /** The title is spoken but not shown, and nothing is padded: for a palette. */
  bare?: boolean
  /** What has the focus when it has shut; true for what had it before, which may be gone. */
  focusAfter?: () => HTMLElement | true
}

const WIDTHS = { sm: 'max-w-96', md: 'max-w-xl', lg: 'max-w-3xl' }

export function Dialog(props: DialogProps) {
  const { title, open, onOpenChange, children, description, footer, size = 'md', bare } = props
  const { focusAfter } = props
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-shade transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          {...(focusAfter !== undefined && { finalFocus: focusAfter })}
          className={clsx(
            'fixed top-[min(14vh,8rem)] left-1/2 z-50 flex max-h-[76vh] w-[calc(100vw-32px)] -translate-x-1/2 flex-col rounded-xl border border-line bg-panel shadow-overlay outline-none',
            'transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0',
            WIDTHS[size],
          )}
        >
          <div className={bare ? 'sr-only' : 'flex items-start gap-4 px-5 pt-4'}>
            <div className="grow">
              <Base.Title className="font-semibold text-[15px]">{title}</Base.Title>
              {description !== undefined && (
                <Base.Description className="mt-1 text-muted">{description}</Base.Description>
              )}
            </div>
            <Base.Close
              aria-label="Close"
              className="-mr-2 inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-sunk hover:text-ink"
            >
              <X size={16} aria-hidden />
            </Base.Close>
          </div>
          <div className={clsx('min-h-0 grow overflow-y-auto', !bare && 'px-5 pt-3 pb-5')}>
            {children}
          </div>
          {footer !== undefined && (
            <div className="flex justify-end gap-2 border-line border-t px-5 py-3">{footer}</div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
