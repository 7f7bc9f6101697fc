'use client'

import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { useState } from 'react'
import { Popover } from '@/components/ui/popover'
import { formatPhone } from '@/lib/format/phone'
import type { ReadToken, TokenKey } from '@/lib/url/query-text'
import { tagName } from './kept'
import { TokenEditor } from './token-editor'

type FilterChipProps = {
  token: ReadToken
  /** Names of people by id. */
  names: ReadonlyMap<number, string>
  seenTags: readonly string[]
  onChange: (raw: string) => void
  onRemove: () => void
}

const KEY_WORDS: Record<TokenKey, string> = {
  person: 'person',
  number: 'number',
  tag: 'tag',
  type: 'kind',
  dir: 'direction',
  dur: 'length',
  has: 'has',
  from: 'from',
  to: 'to',
  retention: 'retention group',
  id: 'id',
  user: 'user',
}

/** A filter's value as people say it. */
export function chipValue(token: ReadToken, names: ReadonlyMap<number, string>): string {
  const parts = token.value.split(',').map((part) => part.trim())
  if (token.known === 'person')
    return parts.map((part) => names.get(Number(part)) ?? part).join(', ')
  if (token.known === 'number') return formatPhone(token.value)
  if (token.known === 'tag') return tagName(token.value)
  if (token.known === 'type' || token.known === 'dir') return parts.join(', ')
  return token.value
}

/** One whole filter: press to edit, or take it away. A mistake stands under it, in a sentence. */
export function FilterChip({ token, names, seenTags, onChange, onRemove }: FilterChipProps) {
  const [open, setOpen] = useState(false)
  const word = token.known === null ? (token.key ?? '') : KEY_WORDS[token.known]
  const value = chipValue(token, names)
  const words = `${token.negated ? 'not ' : ''}${word} ${value}`
  const wrong = token.mistake !== null
  return (
    <span
      className={clsx(
        'inline-flex h-6 max-w-full shrink-0 items-center rounded bg-sunk text-[12px]',
        wrong && 'bg-danger-ground outline-1 outline-danger',
      )}
    >
      <Popover
        title={`Filter: ${words}`}
        open={open}
        onOpenChange={setOpen}
        className="w-72"
        trigger={
          <button
            type="button"
            className="min-w-0 truncate rounded-l px-2 py-0.5"
            title={token.value}
          >
            <span className="text-muted">
              {token.negated && 'not '}
              {word}
            </span>{' '}
            <span className={clsx('font-medium', wrong && 'text-danger')}>{value}</span>
            {wrong && <span className="sr-only">: {token.mistake}</span>}
          </button>
        }
      >
        {wrong && <p className="mb-2 text-[12px] text-danger">{token.mistake}</p>}
        {token.known === null ? null : (
          <TokenEditor
            tokenKey={token.known}
            value={token.value}
            negated={token.negated}
            seenTags={seenTags}
            onApply={(raw) => {
              setOpen(false)
              onChange(raw)
            }}
          />
        )}
      </Popover>
      <button
        type="button"
        aria-label={`Remove ${words}`}
        onClick={onRemove}
        className="inline-flex size-6 items-center justify-center rounded-r text-muted hover:text-ink"
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  )
}
