'use client'

import { clsx } from 'clsx'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '@/components/ui/icon-button'

type AuditSideProps = {
  /** Counts only where the panel lies over the table. */
  open: boolean
  onClose: () => void
  words: string
  /** What stands beside the heading. */
  action: ReactNode
  /** What deserves a look. */
  children: ReactNode
  /** The selected access; null while none is. */
  selected: ReactNode | null
}

/** Findings and the selected access, beside the table; over it below 1200 px. */
export function AuditSide({ open, onClose, words, action, children, selected }: AuditSideProps) {
  return (
    <aside
      aria-label="Findings and the selected access"
      className={clsx(
        'absolute inset-y-0 right-0 z-20 w-[min(26rem,calc(100%-3rem))] flex-col overflow-hidden border-line border-l bg-page shadow-overlay',
        'min-[1200px]:static min-[1200px]:flex min-[1200px]:w-[29%] min-[1200px]:min-w-80 min-[1200px]:shrink-0 min-[1200px]:shadow-none',
        open ? 'flex' : 'hidden',
      )}
    >
      <div className="flex min-h-12 shrink-0 items-center gap-2 px-4 py-2.5">
        <div className="flex min-w-0 grow flex-wrap items-baseline gap-x-2">
          <h2 className="font-semibold text-[14px]">Findings</h2>
          <p role="status" className="text-[12px] text-muted">
            {words}
          </p>
        </div>
        {action}
        <span className="min-[1200px]:hidden">
          <IconButton
            label="Close the findings"
            icon={<X size={15} aria-hidden />}
            size="sm"
            shortcut="Escape"
            onClick={onClose}
          />
        </span>
      </div>
      <div className="min-h-24 grow basis-0 overflow-y-auto">{children}</div>
      {selected !== null && (
        <div className="max-h-[58%] shrink-0 overflow-y-auto border-line border-t bg-panel">
          {selected}
        </div>
      )}
    </aside>
  )
}
