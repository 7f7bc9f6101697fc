'use client'

import { Switch as Base } from '@base-ui/react/switch'
import type { ReactNode } from 'react'

type SwitchProps = {
  label: ReactNode
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  description?: ReactNode
  disabled?: boolean
}

export function Switch({ label, checked, onCheckedChange, description, disabled }: SwitchProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Base UI renders the input inside Switch.Root
    <label className="flex items-start gap-3">
      <Base.Root
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next)}
        className="mt-0.5 inline-flex h-4.5 w-8 shrink-0 items-center rounded-full border border-line-strong bg-sunk p-px transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
      >
        <Base.Thumb className="size-3.5 rounded-full bg-line-strong transition-transform data-checked:translate-x-3.5 data-checked:bg-on-accent" />
      </Base.Root>
      <span>
        {label}
        {description !== undefined && (
          <span className="block text-[12px] text-muted">{description}</span>
        )}
      </span>
    </label>
  )
}
