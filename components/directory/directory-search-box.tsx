'use client'

import { FilterChip } from '@/components/filters/filter-chip'
import { readDraft } from '@/components/filters/query-draft'
import { TokenBox } from '@/components/filters/token-box'
import { useTokenBox } from '@/components/filters/use-token-box'
import { formatPhone } from '@/lib/format/phone'
import { type DirectoryKey, readDirectoryText } from '@/lib/url/directory-text'
import { DirectoryFilterEditor } from './directory-filter-editor'
import { directorySuggestions, nameSought, offeredValues } from './directory-suggestions'
import { useNamesOf, usePeopleNamed } from './use-people-named'
import type { SeenValue } from './use-seen-values'

type DirectorySearchBoxProps<K extends string> = {
  label: string
  placeholder: string
  keys: readonly DirectoryKey<K>[]
  /** The filter whose value is a person, found by name while typing. */
  personKey: K | null
  q: string
  onQueryChange: (q: string, how: 'push' | 'replace') => void
  seen: ReadonlyMap<K, readonly SeenValue[]>
}

/** What of the directory is wanted: words and filters in one box. */
export function DirectorySearchBox<K extends string>(props: DirectorySearchBoxProps<K>) {
  const { label, placeholder, keys, personKey, q, onQueryChange, seen } = props
  const { tokens } = readDirectoryText(q, keys)
  const box = useTokenBox({
    q,
    onQueryChange,
    readDraft: (draft, all) => readDraft(draft, [], all),
  })
  const people = usePeopleNamed(nameSought(box.piece, personKey), box.open)
  const names = useNamesOf(
    tokens.flatMap(({ known, value }) =>
      known === personKey && /^[1-9]\d*$/.test(value) ? [Number(value)] : [],
    ),
  )
  const valueWords = (known: DirectoryKey<K> | undefined, value: string): string => {
    if (known === undefined) return value
    if (known.key === personKey && names.has(Number(value)))
      return names.get(Number(value)) ?? value
    if (known.key === 'number') return formatPhone(value)
    return offeredValues(known, seen).find((one) => one.value === value)?.label ?? value
  }
  return (
    <TokenBox
      box={box}
      label={label}
      placeholder={placeholder}
      tokens={tokens}
      suggestions={box.open ? directorySuggestions(box.piece, keys, seen, people, personKey) : []}
      renderChip={(token, place) => {
        const known = keys.find(({ key }) => key === token.known)
        return (
          <FilterChip
            key={`${token.raw}:${token.start}`}
            token={token}
            word={known?.label ?? token.key ?? ''}
            value={valueWords(known, token.value)}
            editor={
              known === undefined
                ? null
                : (close) => (
                    <DirectoryFilterEditor
                      known={known}
                      value={token.value}
                      negated={token.negated}
                      seen={seen}
                      isPerson={known.key === personKey}
                      onApply={(raw) => {
                        close()
                        box.replaceChip(place, raw)
                      }}
                    />
                  )
            }
            onRemove={() => box.removeChip(place)}
          />
        )
      }}
    />
  )
}
