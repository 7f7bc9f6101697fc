import type { Suggestion } from '@/components/filters/suggestions'
import type { DirectoryKey } from '@/lib/url/directory-text'
import { formatToken, type Token } from '@/lib/url/tokens'
import type { SeenValue } from './use-seen-values'

const MOST = 8

/** Somebody found by a name. */
export type NamedPerson = { id: number; name: string; detail: string }

/** The values that a filter offers: its own, then those seen in rows. */
export function offeredValues<K extends string>(
  known: DirectoryKey<K>,
  seen: ReadonlyMap<K, readonly SeenValue[]>,
): readonly SeenValue[] {
  const own = known.values ?? []
  const taken = new Set(own.map(({ value }) => value))
  return [...own, ...(seen.get(known.key) ?? []).filter(({ value }) => !taken.has(value))]
}

/** What may be meant by the piece being typed. `people` are those found by it as part of a name; they stand for `personKey`. */
export function directorySuggestions<K extends string>(
  piece: Token | null,
  keys: readonly DirectoryKey<K>[],
  seen: ReadonlyMap<K, readonly SeenValue[]>,
  people: readonly NamedPerson[],
  personKey: K | null,
): Suggestion[] {
  const word = (piece?.value ?? '').toLowerCase()
  const negated = piece?.negated ?? false
  const named =
    personKey === null ? [] : people.map((one) => personSuggestion(one, personKey, negated))
  if (piece === null || piece.key === null)
    return [
      ...keys
        .filter(({ key }) => key.startsWith(word))
        .map(({ key, hint }) => ({
          id: key,
          label: `${key}:`,
          detail: hint,
          text: `${negated ? '-' : ''}${key}:`,
          complete: false,
        })),
      ...named,
    ].slice(0, piece === null ? keys.length : MOST)
  const known = keys.find(({ key }) => key === piece.key)
  if (known === undefined) return []
  const values = offeredValues(known, seen)
    .filter(
      ({ value, label }) =>
        value.toLowerCase().includes(word) || label.toLowerCase().includes(word),
    )
    .map(({ value, label }) => ({
      id: `${known.key}:${value}`,
      label: `${known.key} ${label}`,
      detail: label === value ? '' : value,
      text: formatToken(known.key, value, negated),
      complete: true,
    }))
  return [...(known.key === personKey ? named : []), ...values].slice(0, MOST)
}

function personSuggestion(one: NamedPerson, key: string, negated: boolean): Suggestion {
  return {
    id: `${key}:${one.id}`,
    label: `${key} ${one.name}`,
    detail: one.detail,
    text: formatToken(key, String(one.id), negated),
    complete: true,
  }
}

/** What a name is looked for by, while a person may be meant; empty when not. */
export function nameSought(piece: Token | null, personKey: string | null): string {
  if (piece === null || personKey === null || piece.value.length < 2) return ''
  if (piece.key === null) return piece.value
  return piece.key === personKey && !/^\d+$/.test(piece.value) ? piece.value : ''
}
