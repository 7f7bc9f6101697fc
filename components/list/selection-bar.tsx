'use client'

import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/notify'
import type { Zone } from '@/lib/format/instant'
import { type Sheet, sheetRows } from './export-sheet'

type SelectionBarProps<T> = {
  selected: readonly T[]
  sheet: Sheet<T>
  zone: Zone
  onClear: () => void
}

/** What can be done with the rows that are selected; nothing while there are none. */
export function SelectionBar<T>({ selected, sheet, zone, onClear }: SelectionBarProps<T>) {
  if (selected.length === 0) return null
  const copy = () =>
    void navigator.clipboard
      .writeText(sheetRows(sheet, selected, 'csv', zone))
      .then(() => notify(`${selected.length} copied as CSV`))
  return (
    <span className="flex items-center gap-1">
      <span className="text-ink tabular-nums">{selected.length} selected</span>
      <Button size="sm" variant="quiet" onClick={copy}>
        Copy
      </Button>
      <Button size="sm" variant="quiet" onClick={onClear}>
        Clear
      </Button>
    </span>
  )
}
