'use client'

import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { Search } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { peopleByIdsQuery, peopleByNameQuery } from '@/lib/query/people'
import { readQuery } from '@/lib/url/query-text'
import { FilterChip } from './filter-chip'
import { joinQuery, readDraft, splitQuery } from './query-draft'
import { personSought, pieceInHand, type Suggestion, suggest } from './suggestions'
import { useRested } from './use-recordings-state'

type SearchBoxProps = {
  q: string
  /** Typing replaces the address, a changed filter makes a new one. */
  onQueryChange: (q: string, how: 'push' | 'replace') => void
  seenTags: readonly string[]
}

const TYPING_REST_MS = 250
const NO_PEOPLE: never[] = []

/** Words and filters in one box. What has a key becomes a chip once it is whole. */
export function SearchBox({ q, onQueryChange, seenTags }: SearchBoxProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { chips, text } = useMemo(() => splitQuery(q), [q])
  const readings = useMemo(() => readQuery(q).tokens, [q])
  const [draft, setDraft] = useState(text)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const sent = useRef(q)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (q === sent.current) return
    // Back, a link or a button changed it from outside.
    sent.current = q
    clearTimeout(timer.current)
    setDraft(splitQuery(q).text)
  }, [q])

  const send = (next: string, how: 'push' | 'replace') => {
    clearTimeout(timer.current)
    if (next === sent.current) return
    sent.current = next
    onQueryChange(next, how)
  }
  // What was sent last, not what the address says: it follows only after a moment, and typing does not wait.
  const sentChips = () => splitQuery(sent.current).chips.map((chip) => chip.raw)
  const withChips = (next: string[]) =>
    send(joinQuery(next, readDraft(draft, seenTags, false).search), 'push')
  const take = (value: string, all: boolean) => {
    const read = readDraft(value, seenTags, all)
    setDraft(read.text)
    setOpen(!all && read.text.trim() !== '')
    setAt(-1)
    if (read.chips.length > 0) {
      send(joinQuery([...sentChips(), ...read.chips], read.search), 'push')
      return
    }
    clearTimeout(timer.current)
    const replace = () => send(joinQuery(sentChips(), read.search), 'replace')
    if (all) replace()
    else timer.current = setTimeout(replace, TYPING_REST_MS)
  }

  const piece = pieceInHand(draft)
  const sought = useRested(personSought(piece), TYPING_REST_MS)
  const found = useQuery({ ...peopleByNameQuery(sought), enabled: open && sought.length >= 2 })
  const people = personSought(piece) === '' ? NO_PEOPLE : (found.data?.people ?? NO_PEOPLE)
  const suggestions = open ? suggest(piece, seenTags, people) : []
  const choose = (suggestion: Suggestion) => {
    const before = piece === null ? draft : draft.slice(0, piece.start)
    if (suggestion.complete) take(`${before}${suggestion.text} `, false)
    else {
      setDraft(`${before}${suggestion.text}`)
      setAt(-1)
    }
    input.current?.focus()
  }

  const ids = readings.flatMap((token) =>
    token.known === 'person' ? token.value.split(',').map(Number).filter(Number.isSafeInteger) : [],
  )
  const named = useQuery(peopleByIdsQuery(ids))
  const names = new Map((named.data?.people ?? []).map((person) => [person.id, person.name]))
  const wordMistake = readings.find((token) => token.key === null && token.mistake !== null)
  const mistakes = readings.filter((token) => token.mistake !== null)

  return (
    <search className="relative min-w-48 grow">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: pressing beside the words only puts the caret there */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        onClick={(event) => event.target === event.currentTarget && input.current?.focus()}
        className="flex min-h-8 flex-wrap items-center gap-1 rounded-md border border-line bg-panel px-2 py-0.75 focus-within:outline-2 focus-within:outline-accent hover:border-line-strong"
      >
        <Search size={14} aria-hidden className="shrink-0 text-muted" />
        {readings
          .filter((token) => token.key !== null)
          .map((token, place) => (
            <FilterChip
              key={`${token.raw}:${token.start}`}
              token={token}
              names={names}
              seenTags={seenTags}
              onChange={(raw) => withChips(sentChips().map((old, i) => (i === place ? raw : old)))}
              onRemove={() => {
                withChips(sentChips().filter((_, i) => i !== place))
                input.current?.focus()
              }}
            />
          ))}
        <input
          ref={input}
          role="combobox"
          aria-label="Search recordings"
          aria-autocomplete="list"
          aria-expanded={suggestions.length > 0}
          aria-controls={`${id}-list`}
          aria-invalid={wordMistake !== undefined}
          {...(at >= 0 && suggestions[at] && { 'aria-activedescendant': `${id}-${at}` })}
          {...(mistakes.length > 0 && { 'aria-describedby': `${id}-mistakes` })}
          autoComplete="off"
          spellCheck={false}
          placeholder={
            chips.length === 0 ? 'Words, a phone number, or person: tag: type: dur:' : ''
          }
          value={draft}
          onChange={(event) => take(event.currentTarget.value, false)}
          onBlur={() => {
            setOpen(false)
            if (draft.trim() !== '') take(draft, true)
          }}
          onKeyDown={(event) => {
            const chosen = suggestions[at]
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              const count = suggestions.length + 1
              if (suggestions.length === 0) setOpen(true)
              else
                setAt(
                  (old) => ((old + 1 + (event.key === 'ArrowDown' ? 1 : count - 1)) % count) - 1,
                )
            } else if (event.key === 'Enter' && chosen !== undefined) choose(chosen)
            else if (event.key === 'Tab' && chosen !== undefined && !event.shiftKey) choose(chosen)
            else if (event.key === 'Enter') {
              take(draft, true)
              return
            } else if (event.key === 'Escape' && suggestions.length > 0) setOpen(false)
            else if (event.key === 'Backspace' && draft === '' && sentChips().length > 0)
              withChips(sentChips().slice(0, -1))
            else return
            event.preventDefault()
          }}
          className="h-6 min-w-32 grow bg-transparent text-[13px] outline-none"
        />
      </div>
      {mistakes.length > 0 && (
        <p id={`${id}-mistakes`} role="status" className="mt-1 text-[12px] text-danger">
          {mistakes.map((token) => `${token.raw}: ${token.mistake}`).join(' ')}
        </p>
      )}
      {suggestions.length > 0 && (
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label="Suggestions"
          className="absolute top-full left-0 z-30 mt-1 max-h-80 w-[min(28rem,100%)] overflow-y-auto rounded-lg border border-line bg-panel p-1 shadow-overlay"
        >
          {suggestions.map((suggestion, place) => (
            <div
              key={suggestion.id}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              onMouseDown={(event) => {
                event.preventDefault()
                choose(suggestion)
              }}
              className={clsx(
                'flex min-h-7 items-center gap-3 rounded px-2',
                place === at ? 'bg-sunk' : 'hover:bg-sunk',
              )}
            >
              <span className="shrink-0">{suggestion.label}</span>
              <span className="min-w-0 grow truncate text-right text-[12px] text-muted">
                {suggestion.detail}
              </span>
            </div>
          ))}
        </div>
      )}
    </search>
  )
}
