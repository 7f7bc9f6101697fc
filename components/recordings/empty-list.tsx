'use client'

import { SearchX } from 'lucide-react'
import { Button } from '@/components/ui/button'

type EmptyListProps = { filtered: boolean; onAnyTime: (() => void) | null; onClear: () => void }

/** Nothing was found; what to do next. */
export function EmptyList({ filtered, onAnyTime, onClear }: EmptyListProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-start gap-2 px-6 py-12">
      <p className="flex items-center gap-2 font-semibold text-[15px]">
        <SearchX size={18} aria-hidden className="text-muted" />
        {filtered ? 'No recording matches' : 'There are no recordings'}
      </p>
      <p className="text-muted">
        {filtered
          ? 'Take a filter away, or look further back. A phone number is found in any spelling, a tag by its whole name.'
          : 'Focus answered with an empty list. The service user may see none, or nothing has been recorded.'}
      </p>
      {filtered && (
        <div className="flex gap-2 pt-1">
          {onAnyTime !== null && <Button onClick={onAnyTime}>Search any time</Button>}
          <Button onClick={onClear}>Clear all filters</Button>
        </div>
      )}
    </div>
  )
}
