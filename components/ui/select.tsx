'use client'

import { Select as Base } from '@base-ui/react/select'
import { clsx } from 'clsx'
import { Check, ChevronsUpDown } from 'lucide-react'

type SelectProps<T extends string> = {
  /** Its accessible name. */
  label: string
  value: T
  onValueChange: (value: T) => void
  options: readonly { value: T; label: string }[]
  size?: 'sm' | 'md'
  disabled?: boolean
  className?: string
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, onValueChange, options, size = 'md', disabled, className } = props
  return (
    <Base.Root
      items={options}
      value={value}
      disabled={disabled}
      modal={false}
      onValueChange={(next) => {
        if (next !== null) onValueChange(next)
      }}
    >
      <Base.Trigger
        aria-label={label}
        className={clsx(
          'inline-flex select-none items-center justify-between gap-2 rounded-md border border-line bg-panel text-ink hover:bg-sunk data-disabled:opacity-50',
          size === 'md' ? 'h-8 px-2.5 text-[13px]' : 'h-7 px-2 text-[12px]',
          className,
        )}
      >
        <Base.Value />
        <Base.Icon className="text-muted">
          <ChevronsUpDown size={13} aria-hidden />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
          <Base.Popup className="max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-lg border border-line bg-panel p-1 shadow-overlay">
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  className="flex min-h-7 cursor-default select-none items-center gap-2 rounded px-2 py-1 outline-none data-highlighted:bg-sunk"
                >
                  <span className="inline-flex size-4">
                    <Base.ItemIndicator>
                      <Check size={14} aria-hidden />
                    </Base.ItemIndicator>
                  </span>
                  <Base.ItemText>{option.label}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
