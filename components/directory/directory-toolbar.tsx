'use client'

import type { ReactNode } from 'react'
import { FilterMenu } from '@/components/filters/filter-menu'
import { joinQuery } from '@/components/filters/query-draft'
import type { DirectoryKey } from '@/lib/url/directory-text'
import { DirectoryFilterEditor } from './directory-filter-editor'
import { DirectorySearchBox } from './directory-search-box'
import type { SeenValue } from './use-seen-values'

type DirectoryToolbarProps<K extends string> = {
  /** What is searched, in the plural. */
  noun: string
  placeholder: string
  keys: readonly DirectoryKey<K>[]
  /** The filter whose value is a person, found by name while typing. */
  personKey: K | null
  q: string
  onQueryChange: (q: string, how?: 'push' | 'replace') => void
  seen: ReadonlyMap<K, readonly SeenValue[]>
  /** Before the search box. */
  lead?: ReactNode
  /** After the filters. */
  children?: ReactNode
}

/** What is wanted of a list of the directory, by typing and by buttons. */
export function DirectoryToolbar<K extends string>(props: DirectoryToolbarProps<K>) {
  const { noun, placeholder, keys, personKey, q, onQueryChange, seen } = props
  return (
    <div className="flex flex-wrap items-start gap-2 border-line border-b px-4 py-2.5">
      {props.lead}
      <DirectorySearchBox
        label={`Search ${noun}`}
        placeholder={placeholder}
        keys={keys}
        personKey={personKey}
        q={q}
        onQueryChange={onQueryChange}
        seen={seen}
      />
      <FilterMenu
        offered={keys.map(({ key, label }) => ({ key, label: sentenceCase(label) }))}
        onAdd={(raw) => onQueryChange(joinQuery([raw], q))}
        renderEditor={(key, onApply) => {
          const known = keys.find((one) => one.key === key)
          return (
            known && (
              <DirectoryFilterEditor
                key={key}
                known={known}
                value=""
                negated={false}
                seen={seen}
                isPerson={key === personKey}
                onApply={onApply}
              />
            )
          )
        }}
      />
      {props.children}
    </div>
  )
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
