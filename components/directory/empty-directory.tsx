'use client'

import { SearchX } from 'lucide-react'
import type { Noun } from '@/components/list/noun'
import { Button } from '@/components/ui/button'

type EmptyDirectoryProps = { noun: Noun; filtered: boolean; onClear: () => void }

/** Nothing was found; what to do next. */
export function EmptyDirectory({ noun, filtered, onClear }: EmptyDirectoryProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-start gap-2 px-6 py-12">
      <p className="flex items-center gap-2 font-semibold text-[15px]">
        <SearchX size={18} aria-hidden className="text-muted" />
        {filtered ? `No ${noun.one} matches` : `There are no ${noun.many}`}
      </p>
      <p className="text-muted">
        {filtered
          ? 'Take a filter away, or write less of a word. A phone number is found in any spelling.'
          : `Focus answered with an empty list. The service user may see no ${noun.many}.`}
      </p>
      {filtered && (
        <div className="pt-1">
          <Button onClick={onClear}>Clear all filters</Button>
        </div>
      )}
    </div>
  )
}
