'use client'

import { clsx } from 'clsx'
import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import type { Suggestion } from './suggestions'
import type { TokenBoxState } from './use-token-box'

/** A token as far as the box must know it. */
export type BoxToken = { raw: string; start: number; key: string | null; mistake: string | null }

type TokenBoxProps<T extends BoxToken> = {
  box: TokenBoxState
  label: string
  /** Shown while there is no chip. */
  placeholder: string
  tokens: readonly T[]
  suggestions: readonly Suggestion[]
  renderChip: (token: T, place: number) => ReactNode
}

/** The search box: chips, what is being typed, and what may be meant by it. */
export function TokenBox<T extends BoxToken>(props: TokenBoxProps<T>) {
  const { box, label, placeholder, tokens, suggestions, renderChip } = props
  const id = useId()
  const [at, setAt] = useState(-1)
  const chips = tokens.filter((token) => token.key !== null)
  const mistakes = tokens.filter((token) => token.mistake !== null)
  const wordMistake = mistakes.some((token) => token.key === null)
  const choose = (suggestion: Suggestion) => {
    setAt(-1)
    box.choose(suggestion)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const chosen = suggestions[at]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const count = suggestions.length + 1
      if (suggestions.length === 0) box.setOpen(true)
      else setAt((old) => ((old + 1 + (event.key === 'ArrowDown' ? 1 : count - 1)) % count) - 1)
    } else if (event.key === 'Enter' && chosen !== undefined) choose(chosen)
    else if (event.key === 'Tab' && chosen !== undefined && !event.shiftKey) choose(chosen)
    else if (event.key === 'Enter') {
      box.take(box.draft, true)
      return
    } else if (event.key === 'Escape' && suggestions.length > 0) box.setOpen(false)
    else if (event.key === 'Backspace') {
      if (!box.removeLastChip()) return
    } else return
    event.preventDefault()
  }
  return (
    <search className="relative min-w-48 grow basis-56">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: pressing beside the words only puts the caret there */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        onClick={(event) => event.target === event.currentTarget && box.input.current?.focus()}
        className="flex min-h-8 flex-wrap items-center gap-1 rounded-md border border-line bg-panel px-2 py-0.75 focus-within:outline-2 focus-within:outline-accent hover:border-line-strong"
      >
        <Search size={14} aria-hidden className="shrink-0 text-muted" />
        {chips.map((token, place) => renderChip(token, place))}
        <input
          ref={box.input}
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={suggestions.length > 0}
          aria-controls={`${id}-list`}
          aria-invalid={wordMistake}
          {...(at >= 0 && suggestions[at] && { 'aria-activedescendant': `${id}-${at}` })}
          {...(mistakes.length > 0 && { 'aria-describedby': `${id}-mistakes` })}
          autoComplete="off"
          spellCheck={false}
          placeholder={chips.length === 0 ? placeholder : ''}
          value={box.draft}
          onChange={(event) => {
            setAt(-1)
            box.take(event.currentTarget.value, false)
          }}
          onBlur={() => {
            box.setOpen(false)
            if (box.draft.trim() !== '') box.take(box.draft, true)
          }}
          onKeyDown={onKeyDown}
          className="h-6 min-w-24 grow basis-24 bg-transparent text-[13px] outline-none"
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
