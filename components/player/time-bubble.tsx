import { clsx } from 'clsx'
import type { ReactNode } from 'react'

type TimeBubbleProps = {
  /** The CSS length it stands over, from the left. */
  at: string
  children: ReactNode
  strong?: boolean
  className?: string
}

/** A time over the timeline, kept within its edges. */
export function TimeBubble({ at, children, strong = false, className }: TimeBubbleProps) {
  return (
    <span
      style={{ left: `clamp(28px, ${at}, calc(100% - 28px))` }}
      className={clsx(
        'pointer-events-none absolute -translate-x-1/2 whitespace-nowrap rounded px-1.5 text-[11px] tabular-nums leading-4.5',
        strong ? 'bg-ink text-page' : 'border border-line bg-panel text-ink',
        className,
      )}
    >
      {children}
    </span>
  )
}
