'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import type { DirectoryKey } from '@/lib/url/directory-text'
import { formatToken } from '@/lib/url/tokens'
import { offeredValues } from './directory-suggestions'
import { usePeopleNamed } from './use-people-named'
import type { SeenValue } from './use-seen-values'

type DirectoryFilterEditorProps<K extends string> = {
  known: DirectoryKey<K>
  value: string
  negated: boolean
  seen: ReadonlyMap<K, readonly SeenValue[]>
  /** Whether its value is a person, found by name. */
  isPerson: boolean
  /** The whole token, ready for the search box. */
  onApply: (raw: string) => void
}

/** Makes or changes one filter by pointing: everything that typing it can do. */
export function DirectoryFilterEditor<K extends string>(props: DirectoryFilterEditorProps<K>) {
  const { known, seen, isPerson, onApply } = props
  const [value, setValue] = useState(props.value)
  const [negated, setNegated] = useState(props.negated)
  const people = usePeopleNamed(value, isPerson && !/^\d+$/.test(value))
  const trimmed = value.trim()
  const mistake = trimmed === '' || isPerson ? null : known.mistakeIn(trimmed)
  const usable = trimmed !== '' && known.mistakeIn(trimmed) === null
  const apply = (chosen: string) => onApply(formatToken(known.key, chosen, negated))
  const word = trimmed === props.value ? '' : trimmed.toLowerCase()
  const options = [
    ...people.map(({ id, name, detail }) => ({ value: String(id), label: name, detail })),
    ...offeredValues(known, seen)
      .filter((one) => one.label.toLowerCase().includes(word) || one.value.includes(word))
      .map((one) => ({ ...one, detail: one.label === one.value ? '' : one.value })),
  ]
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (usable) apply(trimmed)
      }}
    >
      {known.negatable && (
        <Segmented
          label="Wanted or not"
          size="sm"
          value={negated ? 'not' : 'is'}
          onValueChange={(next) => setNegated(next === 'not')}
          options={[
            { value: 'is', label: known.key === 'has' ? 'has' : 'is' },
            { value: 'not', label: known.key === 'has' ? 'has not' : 'is not' },
          ]}
        />
      )}
      <Input
        aria-label={isPerson ? 'Name or id of a person' : `Value of ${known.label}`}
        placeholder={known.hint}
        autoFocus
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      {mistake !== null && <p className="text-[12px] text-danger">{mistake}</p>}
      {options.length > 0 && (
        <ul className="-mx-1 max-h-56 overflow-y-auto">
          {options.slice(0, 50).map((option) => (
            <li key={option.value}>
              <button
                type="button"
                onClick={() => apply(option.value)}
                className="flex min-h-7 w-full items-center gap-3 rounded px-2 text-left hover:bg-sunk"
              >
                <span className="grow">{option.label}</span>
                <span className="truncate text-[12px] text-muted">{option.detail}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button type="submit" size="sm" variant="primary" disabled={!usable}>
        Apply
      </Button>
    </form>
  )
}
