'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { FilterChip } from '@/components/filters/filter-chip'
import { readDraft } from '@/components/filters/query-draft'
import { TokenBox } from '@/components/filters/token-box'
import { KEY_WORDS, valueWords } from '@/components/filters/token-words'
import { useRested } from '@/components/filters/use-rested'
import { TYPING_REST_MS, useTokenBox } from '@/components/filters/use-token-box'
import { auditActorsQuery } from '@/lib/query/audit'
import { peopleByNameQuery } from '@/lib/query/people'
import { type AuditToken, auditKey, readAuditText, type WayIn } from '@/lib/url/audit-text'
import { formatToken } from '@/lib/url/tokens'
import { AuditFilterEditor } from './audit-filter-editor'
import { auditSuggestions, nameInHand, personMeant } from './audit-suggestions'
import type { Names } from './use-names'

type AuditSearchBoxProps = {
  by: WayIn
  q: string
  onQueryChange: (q: string, how: 'push' | 'replace') => void
  names: Names
  seenTags: readonly string[]
}

const PLACEHOLDERS: Record<WayIn, string> = {
  recording: 'Which recording? Type its interaction id',
  actor: 'Who looked? Type a name',
  subject: 'Whose call? Type a name',
}
const NOBODY: never[] = []

/** What is asked for: the way in and every filter, as chips. */
export function AuditSearchBox(props: AuditSearchBoxProps) {
  const { by, q, onQueryChange, names, seenTags } = props
  const tokens = useMemo(() => readAuditText(q).tokens, [q])
  const box = useTokenBox({
    q,
    onQueryChange,
    live: false,
    pieceOf: nameInHand,
    readDraft: (draft, all) => {
      // Seven digits are a phone number elsewhere; asked by recording they are one.
      if (all && by === 'recording' && /^[1-9]\d{0,15}$/.test(draft.trim()))
        return { chips: [formatToken('recording', draft.trim())], text: '', search: '' }
      return readDraft(draft, seenTags, all)
    },
  })
  const meant = personMeant(box.piece, by)
  const sought = useRested(meant, TYPING_REST_MS)
  const found = useQuery({ ...peopleByNameQuery(sought), enabled: box.open && sought.length >= 2 })
  const actors = useQuery(auditActorsQuery())
  const people = meant === '' ? NOBODY : (found.data?.people ?? NOBODY)
  const suggestions = box.open
    ? auditSuggestions(box.piece, by, people, actors.data?.actors ?? NOBODY, seenTags)
    : NOBODY
  return (
    <TokenBox
      box={box}
      label="Search the audit"
      placeholder={PLACEHOLDERS[by]}
      tokens={tokens}
      suggestions={suggestions}
      renderChip={(token, place) => {
        const { known } = token
        return (
          <FilterChip
            key={`${token.raw}:${token.start}`}
            token={token}
            word={wordOf(token)}
            value={tokenValue(token, names)}
            editor={
              known &&
              ((close) => (
                <AuditFilterEditor
                  filterKey={known}
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

function wordOf(token: AuditToken): string {
  const own = auditKey(token.key)
  if (own !== null) return own
  if (token.known === 'from') return 'calls from'
  if (token.known === 'to') return 'calls until'
  return token.known === null ? (token.key ?? '') : KEY_WORDS[token.known as keyof typeof KEY_WORDS] // not one of ours
}

/** A filter's value as people say it. */
export function tokenValue(token: AuditToken, names: Names): string {
  if (token.known === 'actor') return names.actors.get(token.value) ?? token.value
  return valueWords(token.known, token.value, names.people)
}

/** The search box in words, for what is exported: `subject Priya Shah, action play, download`. */
export function queryWords(q: string, names: Names): string {
  return readAuditText(q)
    .tokens.filter((token) => token.mistake === null)
    .map((token) =>
      token.key === null
        ? `“${token.value}”`
        : `${token.negated ? 'not ' : ''}${wordOf(token)} ${tokenValue(token, names)}`,
    )
    .join('; ')
}
