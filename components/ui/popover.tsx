'use client'

import { Popover as Base } from '@base-ui/react/popover'
import { clsx } from 'clsx'
import type { ReactElement, ReactNode } from 'react'

type PopoverProps = {
  /** The button that opens it. */
  trigger: ReactElement
  /** Its accessible name; shown only with `showTitle`. */
  title: string
  showTitle?: boolean
  children: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
  className?: string
}

export function Popover(props: PopoverProps) {
  const { trigger, title, showTitle = false, children, align = 'start', side = 'bottom' } = props
  return (
    <Base.Root open={props.open} onOpenChange={(open) => props.onOpenChange?.(open)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className="z-50"
        >
          <Base.Popup
            className={clsx(
              'max-h-(--available-height) max-w-[calc(100vw-16px)] overflow-y-auto rounded-lg border border-line bg-panel p-3 shadow-overlay outline-none',
              props.className,
            )}
          >
            <Base.Title className={showTitle ? 'mb-2 font-semibold text-[13px]' : 'sr-only'}>
              {title}
            </Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
