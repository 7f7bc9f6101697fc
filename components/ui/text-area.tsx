'use client'

import { Field as Base } from '@base-ui/react/field'
import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

/** A text of several lines; stand it in a `Field`. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <Base.Control
      render={
        <textarea
          {...rest}
          className={clsx(
            'w-full rounded-md border border-line bg-panel px-2.5 py-1.5 text-[13px] text-ink hover:border-line-strong aria-invalid:border-danger',
            className,
          )}
        />
      }
    />
  )
}
