'use client'

import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Popover } from '@/components/ui/popover'

type FilterChipProps = {
  token: { value: string; negated: boolean; mistake: string | null }
  /** Its key and its value as people say them. */
  word: string
  value: string
  /** What changes it; null where nothing can. */
  editor: ((close: () => void) => ReactNode) | null
  onRemove: () => void
}

/** One whole filter: press to edit, or take it away. A mistake stands under it, in a sentence. */
export function FilterChip({ token, word, value, editor, onRemove }: FilterChipProps) {
  const [open, setOpen] = useState(false)
  const words = `${token.negated ? 'not ' : ''}${word} ${value}`
  const wrong = token.mistake !== null
  return (
    <span
      className={clsx(
        'inline-flex h-6 max-w-full shrink-0 items-center rounded bg-sunk text-[12px]',
        wrong && 'bg-danger-ground outline-1 outline-danger',
      )}
    >
      <Popover
        title={`Filter: ${words}`}
        open={open}
        onOpenChange={setOpen}
        className="w-72"
        trigger={
          <button
            type="button"
            className="min-w-0 truncate rounded-l px-2 py-0.5"
            title={token.value}
          >
            <span className="text-muted">
              {token.negated && 'not '}
              {word}
            </span>{' '}
            <span className={clsx('font-medium', wrong && 'text-danger')}>{value}</span>
            {wrong && <span className="sr-only">: {token.mistake}</span>}
          </button>
        }
      >
        {wrong && <p className="mb-2 text-[12px] text-danger">{token.mistake}</p>}
        {editor?.(() => setOpen(false))}
      </Popover>
      <button
        type="button"
        aria-label={`Remove ${words}`}
        onClick={onRemove}
        className="inline-flex size-6 items-center justify-center rounded-r text-muted hover:text-ink"
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  )
}
