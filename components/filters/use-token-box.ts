'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Token } from '@/lib/url/tokens'
import { type DraftReading, joinQuery, splitQuery } from './query-draft'
import { pieceInHand, type Suggestion } from './suggestions'

/** Typing is searched for once it has rested so long. */
export const TYPING_REST_MS = 250

type TokenBoxOptions = {
  q: string
  /** Typing replaces the address, a changed filter makes a new one. */
  onQueryChange: (q: string, how: 'push' | 'replace') => void
  /** What a draft says so far; `all` when nothing more is coming. */
  readDraft: (draft: string, all: boolean) => DraftReading
  /** False where asking costs: words are then searched for only once they are whole. */
  live?: boolean
  /** What is being typed, where that is more than one piece: a name has a blank in it. */
  pieceOf?: (draft: string) => Token | null
}

/** A search box under someone's hands. */
export type TokenBoxState = {
  input: RefObject<HTMLInputElement | null>
  draft: string
  /** Whether suggestions are wanted. */
  open: boolean
  setOpen: (open: boolean) => void
  /** The piece that is being typed. */
  piece: Token | null
  /** Takes what was typed; `all` makes chips of everything that can be one. */
  take: (value: string, all: boolean) => void
  choose: (suggestion: Suggestion) => void
  replaceChip: (place: number, raw: string) => void
  removeChip: (place: number) => void
  removeLastChip: () => boolean
}

/** Words and filters in one box. What has a key becomes a chip once it is whole. */
export function useTokenBox({
  q,
  onQueryChange,
  readDraft,
  live = true,
  pieceOf = pieceInHand,
}: TokenBoxOptions): TokenBoxState {
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState(() => splitQuery(q).text)
  const [open, setOpen] = useState(false)
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
    send(joinQuery(next, readDraft(draft, false).search), 'push')
  const take = (value: string, all: boolean) => {
    const read = readDraft(value, all)
    setDraft(read.text)
    setOpen(!all && read.text.trim() !== '')
    if (read.chips.length > 0) {
      send(joinQuery([...sentChips(), ...read.chips], read.search), 'push')
      return
    }
    clearTimeout(timer.current)
    const replace = () => send(joinQuery(sentChips(), read.search), 'replace')
    if (all) replace()
    else if (live) timer.current = setTimeout(replace, TYPING_REST_MS)
  }

  const piece = pieceOf(draft)
  const choose = (suggestion: Suggestion) => {
    const before = piece === null ? draft : draft.slice(0, piece.start)
    if (suggestion.complete) take(`${before}${suggestion.text} `, false)
    else setDraft(`${before}${suggestion.text}`)
    input.current?.focus()
  }
  return {
    input,
    draft,
    open,
    setOpen,
    piece,
    take,
    choose,
    replaceChip: (place, raw) => withChips(sentChips().map((old, i) => (i === place ? raw : old))),
    removeChip: (place) => {
      withChips(sentChips().filter((_, i) => i !== place))
      input.current?.focus()
    },
    removeLastChip: () => {
      const chips = sentChips()
      if (draft !== '' || chips.length === 0) return false
      withChips(chips.slice(0, -1))
      return true
    },
  }
}
