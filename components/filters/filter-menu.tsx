'use client'

import { ListFilter } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'

type FilterMenuProps<K extends string> = {
  offered: readonly { key: K; label: string }[]
  /** What makes a filter of this key; hands the whole token to `onApply`. */
  renderEditor: (key: K, onApply: (raw: string) => void) => ReactNode
  onAdd: (raw: string) => void
}

/** Every filter by buttons, for those who do not type. */
export function FilterMenu<K extends string>(props: FilterMenuProps<K>) {
  const { offered, renderEditor, onAdd } = props
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<K | null>(null)
  const label = offered.find((entry) => entry.key === chosen)?.label
  return (
    <Popover
      title={label ?? 'Add a filter'}
      showTitle={chosen !== null}
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        if (next) setChosen(null)
      }}
      // To the left of its button, so that it leaves no sliver of what stands to the right beneath it.
      align="end"
      className="w-64"
      trigger={
        <Button>
          <ListFilter size={14} aria-hidden />
          Filter
        </Button>
      }
    >
      {chosen === null ? (
        <ul className="-m-2">
          {offered.map((entry) => (
            <li key={entry.key}>
              <button
                type="button"
                onClick={() => setChosen(entry.key)}
                className="flex min-h-7 w-full items-center rounded px-2 hover:bg-sunk"
              >
                {entry.label}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        renderEditor(chosen, (raw) => {
          setOpen(false)
          onAdd(raw)
        })
      )}
    </Popover>
  )
}
