import { clsx } from 'clsx'

export type ButtonVariant = 'primary' | 'default' | 'quiet' | 'danger'
export type ButtonSize = 'sm' | 'md'

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:opacity-90',
  default: 'border-line bg-panel text-ink hover:bg-sunk data-popup-open:bg-sunk',
  quiet:
    'border-transparent text-muted hover:bg-sunk hover:text-ink data-popup-open:bg-sunk data-popup-open:text-ink',
  danger: 'border-line bg-panel text-danger hover:bg-danger-ground',
}

const SIZES: Record<ButtonSize, string> = {
  sm: 'h-7 gap-1.5 px-2 text-[12px]',
  md: 'h-8 gap-2 px-3 text-[13px]',
}

/** The classes of a button, for a link that must look like one. */
export function buttonClass(variant: ButtonVariant = 'default', size: ButtonSize = 'md'): string {
  return clsx(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md border font-medium',
    'transition-colors disabled:opacity-50 data-disabled:opacity-50 aria-pressed:bg-sunk aria-pressed:text-ink',
    VARIANTS[variant],
    SIZES[size],
  )
}
