'use client'

import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'

type SegmentedProps<T extends string> = {
  /** Its accessible name. */
  label: string
  value: T
  onValueChange: (value: T) => void
  options: readonly {
    value: T
    label: ReactNode /** In words, where the label is a sign. */
    name?: string
  }[]
  size?: 'sm' | 'md'
  disabled?: boolean
}

/** One of a few, side by side. One is always chosen. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, value, onValueChange, options, size = 'md', disabled } = props
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      disabled={disabled}
      onValueChange={(chosen) => {
        const next = chosen.find((candidate) => candidate !== value)
        if (next !== undefined) onValueChange(next)
      }}
      className="inline-flex shrink-0 overflow-hidden rounded-md border border-line"
    >
      {options.map((option) => (
        <Toggle
          key={option.value}
          value={option.value}
          aria-label={option.name}
          className={clsx(
            'inline-flex select-none items-center justify-center gap-1.5 border-line border-l bg-panel text-muted first:border-l-0',
            'hover:text-ink focus-visible:-outline-offset-2 data-pressed:bg-sunk data-pressed:font-semibold data-pressed:text-ink data-disabled:opacity-50',
            size === 'md' ? 'h-7.5 px-2.5 text-[13px]' : 'h-6.5 px-2 text-[12px]',
          )}
        >
          {option.label}
        </Toggle>
      ))}
    </ToggleGroup>
  )
}
