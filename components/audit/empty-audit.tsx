'use client'

import { SearchX } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { AuditState } from '@/lib/url/audit-url'
import { rangeWords } from '@/lib/url/time-range'

type EmptyAuditProps = {
  state: AuditState
  /** What was asked for, in words; empty when nothing narrows it. */
  words: string
  /** More may be there: it was cancelled, or not everything could be read. */
  partial: boolean
  onAsk: (next: Partial<AuditState>) => void
}

/** Nothing was found, said so that it can be relied on, or not. */
export function EmptyAudit({ state, words, partial, onAsk }: EmptyAuditProps) {
  const narrowed = state.span !== null || state.finding !== null
  const { from, to } = state
  const anyTime = from === null && to === null
  return (
    <div className="mx-auto flex max-w-lg flex-col items-start gap-2 px-6 py-12">
      <p className="flex items-center gap-2 font-semibold text-[15px]">
        <SearchX size={18} aria-hidden className="text-muted" />
        {narrowed
          ? 'No access in this part'
          : partial
            ? 'No access found in what was read'
            : 'Nobody accessed anything that was asked for'}
      </p>
      <p className="text-muted">
        {words === '' ? 'Everything' : words}
        {', '}
        {anyTime ? 'at any time' : rangeWords({ from, to }).toLowerCase()}.{' '}
        {partial && 'Not everything could be read, so this is no proof that there was none.'}
      </p>
      <div className="flex flex-wrap gap-2 pt-1">
        {narrowed && (
          <Button onClick={() => onAsk({ span: null, finding: null })}>Show all rows</Button>
        )}
        {!anyTime && <Button onClick={() => onAsk({ from: null, to: null })}>At any time</Button>}
        {state.q !== '' && <Button onClick={() => onAsk({ q: '' })}>Clear all filters</Button>}
      </div>
    </div>
  )
}
