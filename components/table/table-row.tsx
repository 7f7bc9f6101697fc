'use client'

import { clsx } from 'clsx'
import type { CSSProperties, ReactNode } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import type { RowCommands } from './table-keys'

type TableRowProps = {
  domId: string
  index: number
  state: 'row' | 'unreadable' | 'waiting'
  name: string
  active: boolean
  /** Null where rows cannot be selected. */
  checked: boolean | null
  top: number
  height: number
  style: CSSProperties
  commands: RowCommands
  children: ReactNode
}

/** One row at its place; the shape of one while it is on its way. */
export function TableRow(props: TableRowProps) {
  const { index, state, active, checked, commands, children } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by scrolling, which table rows cannot be
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for all its rows
    <div
      id={props.domId}
      role="row"
      aria-rowindex={index + 2}
      {...(checked !== null && { 'aria-selected': checked })}
      {...(active && { 'aria-current': 'true' as const })}
      onClick={(event) => {
        if (event.shiftKey && checked !== null) commands.check(index, true)
        else if (state === 'row') commands.press(index)
      }}
      onDoubleClick={() => state === 'row' && commands.open(index)}
      className={clsx(
        'absolute inset-x-0 top-0 grid border-line border-b',
        active
          ? 'bg-accent-ground shadow-[inset_2px_0_0_var(--accent)]'
          : checked
            ? 'bg-sunk'
            : 'hover:bg-sunk',
      )}
      style={{ ...props.style, height: props.height, transform: `translateY(${props.top}px)` }}
    >
      {state === 'row' ? (
        <>
          {checked !== null && (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div role="gridcell" aria-colindex={1} className="flex items-center justify-center">
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label={`Select ${props.name}`}
                checked={checked}
                onChange={(event) => {
                  const native = event.nativeEvent
                  commands.check(index, native instanceof MouseEvent && native.shiftKey)
                }}
                onClick={(event) => event.stopPropagation()}
                className={clsx(
                  'size-3.5 accent-accent',
                  !checked && 'opacity-60 hover:opacity-100',
                )}
              />
            </div>
          )}
          {children}
        </>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: see above
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div role="gridcell" aria-colindex={1} className="col-span-full flex items-center px-10">
          {state === 'unreadable' ? (
            <span className="text-muted">This row could not be read</span>
          ) : (
            <>
              <span className="sr-only">On its way</span>
              <Skeleton className="h-2.5 w-24" />
              <Skeleton className="ml-24 h-2.5 w-64" />
              <Skeleton className="ml-16 h-2.5 w-16" />
            </>
          )}
        </div>
      )}
    </div>
  )
}
