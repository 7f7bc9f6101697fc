'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { FilterChip } from '@/components/filters/filter-chip'
import { readDraft } from '@/components/filters/query-draft'
import { personSought, suggest } from '@/components/filters/suggestions'
import { TokenBox } from '@/components/filters/token-box'
import { TokenEditor } from '@/components/filters/token-editor'
import { KEY_WORDS, valueWords } from '@/components/filters/token-words'
import { useRested } from '@/components/filters/use-rested'
import { TYPING_REST_MS, useTokenBox } from '@/components/filters/use-token-box'
import { peopleByIdsQuery, peopleByNameQuery } from '@/lib/query/people'
import { readQuery } from '@/lib/url/query-text'

type SearchBoxProps = {
  q: string
  /** Typing replaces the address, a changed filter makes a new one. */
  onQueryChange: (q: string, how: 'push' | 'replace') => void
  seenTags: readonly string[]
}

const NO_PEOPLE: never[] = []

/** Which recordings: words and filters in one box. */
export function SearchBox({ q, onQueryChange, seenTags }: SearchBoxProps) {
  const tokens = useMemo(() => readQuery(q).tokens, [q])
  const box = useTokenBox({
    q,
    onQueryChange,
    readDraft: (draft, all) => readDraft(draft, seenTags, all),
  })
  const sought = useRested(personSought(box.piece), TYPING_REST_MS)
  const found = useQuery({ ...peopleByNameQuery(sought), enabled: box.open && sought.length >= 2 })
  const people = personSought(box.piece) === '' ? NO_PEOPLE : (found.data?.people ?? NO_PEOPLE)

  const ids = tokens.flatMap((token) =>
    token.known === 'person' ? token.value.split(',').map(Number).filter(Number.isSafeInteger) : [],
  )
  const named = useQuery(peopleByIdsQuery(ids))
  const names = new Map((named.data?.people ?? []).map((person) => [person.id, person.name]))
  return (
    <TokenBox
      box={box}
      label="Search recordings"
      placeholder="Words, a phone number, or person: tag: type: dur:"
      tokens={tokens}
      suggestions={box.open ? suggest(box.piece, seenTags, people) : []}
      renderChip={(token, place) => {
        const { known } = token
        return (
          <FilterChip
            key={`${token.raw}:${token.start}`}
            token={token}
            word={known === null ? (token.key ?? '') : KEY_WORDS[known]}
            value={valueWords(known, token.value, names)}
            editor={
              known &&
              ((close) => (
                <TokenEditor
                  tokenKey={known}
                  value={token.value}
                  negated={token.negated}
                  seenTags={seenTags}
                  onApply={(raw) => {
                    close()
                    box.replaceChip(place, raw)
                  }}
                />
              ))
            }
            onRemove={() => box.removeChip(place)}
          />
        )
      }}
    />
  )
}
