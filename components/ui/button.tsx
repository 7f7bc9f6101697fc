'use client'

import { Button as BaseButton } from '@base-ui/react/button'
import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class'

type ButtonProps = Omit<ComponentProps<typeof BaseButton>, 'className'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  className?: string
}

export function Button({ variant, size, className, ...rest }: ButtonProps) {
  return <BaseButton {...rest} className={clsx(buttonClass(variant, size), className)} />
}
