'use client'

import { Input as Base } from '@base-ui/react/input'
import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

type InputProps = Omit<ComponentProps<typeof Base>, 'className'> & { className?: string }

/** Give it an `aria-label`, or stand it in a `Field`. */
export function Input({ className, ...rest }: InputProps) {
  return (
    <Base
      {...rest}
      className={clsx(
        'h-8 w-full min-w-0 rounded-md border border-line bg-panel px-2.5 text-[13px] text-ink',
        'hover:border-line-strong focus-visible:outline-offset-0 aria-invalid:border-danger disabled:opacity-50',
        className,
      )}
    />
  )
}
