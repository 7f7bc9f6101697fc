'use client'

import { ListFilter } from 'lucide-react'
import { useState } from 'react'
import { TokenEditor } from '@/components/filters/token-editor'
import { Button } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import type { TokenKey } from '@/lib/url/query-text'

const OFFERED: readonly { key: TokenKey; label: string }[] = [
  { key: 'person', label: 'Person' },
  { key: 'number', label: 'Number or address' },
  { key: 'tag', label: 'Tag' },
  { key: 'type', label: 'Kind' },
  { key: 'dir', label: 'Direction' },
  { key: 'dur', label: 'Length' },
  { key: 'has', label: 'Has transcript or comments' },
  { key: 'retention', label: 'Retention group' },
  { key: 'id', label: 'Id' },
  { key: 'user', label: 'User' },
]

type FilterMenuProps = { seenTags: readonly string[]; onAdd: (raw: string) => void }

/** Every filter by buttons, for those who do not type. */
export function FilterMenu({ seenTags, onAdd }: FilterMenuProps) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<TokenKey | null>(null)
  const label = OFFERED.find((entry) => entry.key === chosen)?.label
  return (
    <Popover
      title={label ?? 'Add a filter'}
      showTitle={chosen !== null}
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        if (next) setChosen(null)
      }}
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
          {OFFERED.map((entry) => (
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
        <TokenEditor
          key={chosen}
          tokenKey={chosen}
          value=""
          negated={false}
          seenTags={seenTags}
          onApply={(raw) => {
            setOpen(false)
            onAdd(raw)
          }}
        />
      )}
    </Popover>
  )
}
