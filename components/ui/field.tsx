'use client'

import { Field as Base } from '@base-ui/react/field'
import type { ReactNode } from 'react'

type FieldProps = {
  label: string
  /** The `Input` (or another Base UI control). */
  children: ReactNode
  hint?: ReactNode
  /** What is wrong, in words; marks the control as invalid. */
  error?: string | undefined
}

/** A label, a control, a hint and a mistake, joined for a screen reader. */
export function Field({ label, children, hint, error }: FieldProps) {
  return (
    <Base.Root invalid={error !== undefined} className="flex flex-col gap-1">
      <Base.Label className="font-medium text-[12px] text-muted">{label}</Base.Label>
      {children}
      {hint !== undefined && (
        <Base.Description className="text-[12px] text-muted">{hint}</Base.Description>
      )}
      {error !== undefined && (
        <Base.Error match className="text-[12px] text-danger">
          {error}
        </Base.Error>
      )}
    </Base.Root>
  )
}
