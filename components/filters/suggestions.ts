import type { PersonName } from '@/lib/contract/person'
import { KNOWN_KINDS } from '@/lib/contract/recording'
import { kindLabel } from '@/lib/format/kind'
import { knownKey, TOKEN_KEYS, type TokenKey } from '@/lib/url/query-text'
import { formatToken, type Token, tokenize } from '@/lib/url/tokens'
import { tagName } from './tag-name'

export type Suggestion = {
  /** Unique in its list. */
  id: string
  label: string
  detail: string
  /** What takes the place of the piece being typed. */
  text: string
  /** The piece is whole then and becomes a chip; else its value is still to come. */
  complete: boolean
}

const FIXED: Partial<Record<TokenKey, readonly { value: string; label: string }[]>> = {
  type: KNOWN_KINDS.map((kind) => ({ value: kind, label: kindLabel(kind) })),
  dir: ['inbound', 'outbound', 'internal'].map((value) => ({ value, label: value })),
  dur: [
    { value: '<1m', label: 'under a minute' },
    { value: '>10m', label: 'over 10 minutes' },
    { value: '5m..20m', label: '5 to 20 minutes' },
  ],
  has: ['transcript', 'comments'].map((value) => ({
    value,
    label: `a ${value}`.replace('a c', 'c'),
  })),
  from: ['now-1h', 'now-7d', 'now-30d', 'now/d'].map((value) => ({ value, label: value })),
  to: ['now', 'now/d', 'now-1d/d'].map((value) => ({ value, label: value })),
}
const MOST = 8

/** The values that a key offers by itself. */
export function fixedValues(key: TokenKey): readonly { value: string; label: string }[] {
  return FIXED[key] ?? []
}

/** The piece of a draft that is being typed: the last one, when nothing follows it. */
export function pieceInHand(draft: string): Token | null {
  const last = tokenize(draft).at(-1)
  return last !== undefined && last.end === draft.length ? last : null
}

/** What a name is looked for by, while a person may be meant; empty when not. */
export function personSought(piece: Token | null): string {
  if (piece === null || piece.key === 'number') return ''
  if (piece.key === null) return piece.value.length >= 2 ? piece.value : ''
  return knownKey(piece.key) === 'person' && !/^[\d,]+$/.test(piece.value) ? piece.value : ''
}

/** What may be meant by the piece being typed. `people` are those found by `personSought`. */
export function suggest(
  piece: Token | null,
  seenTags: readonly string[],
  people: readonly PersonName[],
): Suggestion[] {
  if (piece === null) return keySuggestions('', false)
  const { key, value, negated } = piece
  if (key === null) {
    const word = value.toLowerCase()
    return [
      ...keySuggestions(word, negated),
      ...(word.length < 2 ? [] : tagSuggestions(word, negated, seenTags).slice(0, 3)),
      ...peopleSuggestions(negated, people).slice(0, 4),
    ].slice(0, MOST)
  }
  const known = knownKey(key)
  if (known === 'person') return peopleSuggestions(negated, people).slice(0, MOST)
  if (known === 'tag') return tagSuggestions(value.toLowerCase(), negated, seenTags).slice(0, MOST)
  if (known === null) return []
  return fixedValues(known)
    .filter((option) => option.value.startsWith(value.toLowerCase()))
    .map((option) => ({
      id: `${known}:${option.value}`,
      label: `${known} ${option.value}`,
      detail: option.label === option.value ? '' : option.label,
      text: formatToken(known, option.value, negated),
      complete: true,
    }))
}

function keySuggestions(word: string, negated: boolean): Suggestion[] {
  return TOKEN_KEYS.filter((entry) => entry.key.startsWith(word)).map(({ key, hint }) => ({
    id: key,
    label: `${key}:`,
    detail: hint,
    text: `${negated ? '-' : ''}${key}:`,
    complete: false,
  }))
}

function tagSuggestions(word: string, negated: boolean, seen: readonly string[]): Suggestion[] {
  return seen
    .filter((tag) => tag.toLowerCase().includes(word))
    .map((tag) => ({
      id: `tag:${tag}`,
      label: `tag ${tagName(tag)}`,
      detail: tag === tagName(tag) ? '' : tag,
      text: formatToken('tag', tag, negated),
      complete: true,
    }))
}

function peopleSuggestions(negated: boolean, people: readonly PersonName[]): Suggestion[] {
  return people.map((person) => ({
    id: `person:${person.id}`,
    label: `person ${person.name}`,
    detail: [person.department, person.type].filter((part) => part !== null).join(' · '),
    text: formatToken('person', String(person.id), negated),
    complete: true,
  }))
}
