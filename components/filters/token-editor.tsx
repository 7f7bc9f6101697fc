'use client'

import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { peopleByNameQuery } from '@/lib/query/people'
import { readQuery, TOKEN_KEYS, type TokenKey } from '@/lib/url/query-text'
import { formatToken } from '@/lib/url/tokens'
import { fixedValues } from './suggestions'
import { tagName, wholeTag } from './tag-name'

type TokenEditorProps = {
  tokenKey: TokenKey
  value: string
  negated: boolean
  seenTags: readonly string[]
  /** The whole token, ready for the search box. */
  onApply: (raw: string) => void
}

const TICKED = new Set<TokenKey>(['type', 'dir'])
const NEGATABLE = new Set<TokenKey>([
  'person',
  'number',
  'tag',
  'type',
  'has',
  'retention',
  'id',
  'user',
])

/** Makes or changes one filter by pointing: everything that typing it can do. */
export function TokenEditor(props: TokenEditorProps) {
  const { tokenKey, seenTags, onApply } = props
  const [value, setValue] = useState(props.value)
  const [negated, setNegated] = useState(props.negated)
  const raw = formatToken(
    tokenKey,
    tokenKey === 'tag' ? wholeTag(value.trim(), seenTags) : value.trim(),
    negated,
  )
  const mistake = value.trim() === '' ? null : (readQuery(raw).tokens[0]?.mistake ?? null)
  const apply = (chosen: string) => onApply(formatToken(tokenKey, chosen, negated))
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (value.trim() !== '' && mistake === null) onApply(raw)
      }}
    >
      {NEGATABLE.has(tokenKey) && (
        <Segmented
          label="Wanted or not"
          size="sm"
          value={negated ? 'not' : 'is'}
          onValueChange={(next) => setNegated(next === 'not')}
          options={[
            { value: 'is', label: tokenKey === 'has' ? 'has' : 'is' },
            { value: 'not', label: tokenKey === 'has' ? 'has not' : 'is not' },
          ]}
        />
      )}
      {TICKED.has(tokenKey) ? (
        <Ticks tokenKey={tokenKey} value={value} onChange={setValue} />
      ) : (
        <Value
          tokenKey={tokenKey}
          value={value}
          onChange={setValue}
          onChoose={apply}
          seenTags={seenTags}
        />
      )}
      {mistake !== null && tokenKey !== 'person' && (
        <p className="text-[12px] text-danger">{mistake}</p>
      )}
      <Button
        type="submit"
        size="sm"
        variant="primary"
        disabled={value.trim() === '' || mistake !== null}
      >
        Apply
      </Button>
    </form>
  )
}

type ValueProps = {
  tokenKey: TokenKey
  value: string
  onChange: (value: string) => void
}

function Ticks({ tokenKey, value, onChange }: ValueProps) {
  const chosen = value.split(',').filter((part) => part !== '')
  const known = fixedValues(tokenKey)
  const strange = chosen.filter((part) => !known.some((option) => option.value === part))
  return (
    <div className="flex flex-col">
      {[...known, ...strange.map((part) => ({ value: part, label: part }))].map((option) => (
        <Checkbox
          key={option.value}
          label={option.label}
          checked={chosen.includes(option.value)}
          onCheckedChange={(on) =>
            onChange(
              (on
                ? [...chosen, option.value]
                : chosen.filter((part) => part !== option.value)
              ).join(),
            )
          }
        />
      ))}
    </div>
  )
}

type ChoiceProps = ValueProps & { onChoose: (value: string) => void; seenTags: readonly string[] }

function Value({ tokenKey, value, onChange, onChoose, seenTags }: ChoiceProps) {
  const hintId = useId()
  const isPerson = tokenKey === 'person'
  const people = useQuery({
    ...peopleByNameQuery(value),
    enabled: isPerson && value.trim().length >= 2 && !/^[\d,]+$/.test(value),
  })
  const options = isPerson
    ? (people.data?.people ?? []).map((person) => ({
        value: String(person.id),
        label: person.name,
        detail: person.department ?? person.type ?? '',
      }))
    : tokenKey === 'tag'
      ? seenTags
          .filter((tag) => tag.toLowerCase().includes(value.toLowerCase()))
          .map((tag) => ({ value: tag, label: tagName(tag), detail: tag }))
      : fixedValues(tokenKey).map((option) => ({ ...option, detail: option.value }))
  return (
    <>
      <Input
        aria-label={isPerson ? 'Name of a person' : `Value of ${tokenKey}`}
        aria-describedby={hintId}
        autoFocus
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <span id={hintId} className="text-[12px] text-muted">
        {TOKEN_KEYS.find((entry) => entry.key === tokenKey)?.hint}
      </span>
      {options.length > 0 && (
        <ul className="-mx-1 max-h-56 overflow-y-auto">
          {options.slice(0, 50).map((option) => (
            <li key={option.value}>
              <button
                type="button"
                onClick={() => onChoose(option.value)}
                className="flex min-h-7 w-full items-center gap-3 rounded px-2 text-left hover:bg-sunk"
              >
                <span className="grow">{option.label}</span>
                <span className="truncate text-[12px] text-muted">{option.detail}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
