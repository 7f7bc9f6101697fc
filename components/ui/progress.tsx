'use client'

import { Progress as Base } from '@base-ui/react/progress'

type ProgressProps = {
  label: string
  /** Null while nobody knows how long it takes. */
  value: number | null
  max?: number
  /** What stands beside the bar; "42 %" when left out. */
  text?: string
  /** The label is spoken alone: it stands there already. */
  labelHidden?: boolean
}

export function Progress({ label, value, max = 100, text, labelHidden }: ProgressProps) {
  return (
    <Base.Root
      value={value}
      max={max}
      // The label below names it only once the page in the browser has begun.
      aria-label={label}
      {...(text !== undefined && { getAriaValueText: () => text })}
      className="flex items-center gap-3"
    >
      <Base.Label className={labelHidden === true ? 'sr-only' : 'text-muted'}>{label}</Base.Label>
      <Base.Track className="h-1.5 grow overflow-hidden rounded-full bg-sunk">
        <Base.Indicator className="h-full rounded-full bg-accent data-indeterminate:w-1/3 data-indeterminate:opacity-60" />
      </Base.Track>
      <Base.Value className="text-muted tabular-nums">
        {(formatted) => text ?? formatted ?? ''}
      </Base.Value>
    </Base.Root>
  )
}
