'use client'

import { Button as BaseButton } from '@base-ui/react/button'
import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { Kbd } from './kbd'
import { Tooltip } from './tooltip'

type IconButtonProps = Omit<
  ComponentProps<typeof BaseButton>,
  'className' | 'children' | 'aria-label'
> & {
  /** What it does, in words: its accessible name and its tooltip. */
  label: string
  icon: ReactNode
  /** The key that does the same, shown in the tooltip. */
  shortcut?: string
  /** Makes it a toggle. */
  pressed?: boolean
  size?: 'sm' | 'md'
  className?: string
}

export function IconButton(props: IconButtonProps) {
  const { label, icon, shortcut, pressed, size = 'md', className, ...rest } = props
  return (
    <Tooltip
      content={
        <>
          {label}
          {shortcut !== undefined && <Kbd keys={shortcut} />}
        </>
      }
    >
      <BaseButton
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={clsx(
          'inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors',
          'hover:bg-sunk hover:text-ink data-popup-open:bg-sunk data-popup-open:text-ink',
          'data-disabled:opacity-50 aria-pressed:bg-accent-ground aria-pressed:text-accent',
          size === 'md' ? 'size-8' : 'size-7',
          className,
        )}
      >
        {icon}
      </BaseButton>
    </Tooltip>
  )
}
