'use client'

import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'

type CheckboxProps = {
  label: ReactNode
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  indeterminate?: boolean
  disabled?: boolean
  /** The label is spoken but not shown. */
  hideLabel?: boolean
}

export function Checkbox(props: CheckboxProps) {
  const { label, checked, onCheckedChange, indeterminate, disabled, hideLabel } = props
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Base UI renders the input inside Checkbox.Root
    <label className="inline-flex min-h-6 items-center gap-2">
      <Base.Root
        checked={checked}
        indeterminate={indeterminate}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next)}
        className="inline-flex size-4 shrink-0 items-center justify-center rounded border border-line-strong bg-panel text-on-accent data-checked:border-accent data-indeterminate:border-accent data-checked:bg-accent data-indeterminate:bg-accent data-disabled:opacity-50"
      >
        <Base.Indicator>
          {indeterminate ? <Minus size={12} aria-hidden /> : <Check size={12} aria-hidden />}
        </Base.Indicator>
      </Base.Root>
      <span className={hideLabel ? 'sr-only' : ''}>{label}</span>
    </label>
  )
}
