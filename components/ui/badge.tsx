import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type BadgeTone = 'neutral' | 'accent' | 'ok' | 'warning' | 'danger'

const TONES: Record<BadgeTone, string> = {
  neutral: 'border-line text-muted',
  accent: 'border-accent/40 text-accent',
  ok: 'border-ok/40 text-ok',
  warning: 'border-external/40 text-external',
  danger: 'border-danger/40 text-danger',
}

type BadgeProps = { children: ReactNode; tone?: BadgeTone; round?: boolean; className?: string }

export function Badge({ children, tone = 'neutral', round = false, className }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap border px-1.5 text-[12px]',
        round ? 'rounded-full px-2' : 'rounded',
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
