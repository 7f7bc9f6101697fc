import type { RecordingSearch } from '@/lib/contract/recording-search'
import { parseDurationRange } from './duration-range'
import { type Token, tokenize } from './tokens'

/** Keys of the search box, each with an example, in the order in which they are suggested. */
export const TOKEN_KEYS = [
  { key: 'person', hint: 'someone who took part' },
  { key: 'number', hint: 'a phone number or address' },
  { key: 'tag', hint: 'Complaint' },
  { key: 'type', hint: 'phone, teams, sms…' },
  { key: 'dir', hint: 'inbound, outbound, internal' },
  { key: 'dur', hint: '>10m, 5m..20m' },
  { key: 'has', hint: 'transcript, comments' },
  { key: 'from', hint: 'now-7d, 2026-11-23' },
  { key: 'to', hint: 'now, 2026-11-24' },
  { key: 'retention', hint: 'a retention group’s id' },
  { key: 'id', hint: 'an interaction id, or the platform’s own' },
  { key: 'user', hint: 'a user’s id' },
] as const
export type TokenKey = (typeof TOKEN_KEYS)[number]['key']

const ALIASES: Record<string, TokenKey> = {
  kind: 'type',
  direction: 'dir',
  is: 'dir',
  duration: 'dur',
  length: 'dur',
  phone: 'number',
  people: 'person',
}

/** The key under which a typed key is known; null for one nobody knows. */
export function knownKey(typed: string): TokenKey | null {
  const found = TOKEN_KEYS.find((entry) => entry.key === typed)
  return found?.key ?? (Object.hasOwn(ALIASES, typed) ? (ALIASES[typed] ?? null) : null)
}

/** A token with what is wrong with it, in a sentence, or null. */
export type ReadToken = Token & { known: TokenKey | null; mistake: string | null }

/** What the text of the search box means. What has a mistake is left out of `search`; the rest still holds. */
export type QueryReading = {
  tokens: ReadToken[]
  search: RecordingSearch
  /** Ends of a time range written as tokens. */
  from: string | null
  to: string | null
}

/** Characters of the value of one token. */
export const MOST_VALUE = 500

type Draft = Omit<QueryReading, 'tokens'> & { words: string[] }

/** Reads the search box. Never fails. */
export function readQuery(text: string): QueryReading {
  const draft: Draft = { search: {}, from: null, to: null, words: [] }
  const tokens = tokenize(text).map((token): ReadToken => {
    const known = token.key === null ? null : knownKey(token.key)
    const mistake = take(token, known, draft)
    return {
      ...token,
      known,
      mistake: mistake ?? (token.open ? 'A quotation mark is missing.' : null),
    }
  })
  const words = draft.words.join(' ').slice(0, 500).trim()
  if (words !== '') draft.search.text = words
  return { tokens, search: draft.search, from: draft.from, to: draft.to }
}

function take(token: Token, known: TokenKey | null, draft: Draft): string | null {
  if (token.key === null) {
    if (token.negated)
      return 'Words cannot be left out, only what has a key: -tag:, -type:, -person:.'
    if (draft.words.join(' ').length + token.value.length > 500)
      return 'That is more text than can be searched.'
    if (token.value !== '') draft.words.push(token.value)
    return null
  }
  if (known === null)
    return `There is no filter “${token.key}”. Put the text in quotation marks to search for it.`
  const value = token.value.trim()
  if (value === '') return 'A value is missing.'
  if (value.length > MOST_VALUE) return 'That value is too long.'
  return READERS[known](value, token.negated, draft)
}

type Reader = (value: string, negated: boolean, draft: Draft) => string | null
type ListField =
  | 'personIds'
  | 'userIds'
  | 'retentionGroupIds'
  | 'tags'
  | 'kinds'
  | 'endpointValues'
  | 'ids'
  | 'thirdPartyIds'

function add(draft: Draft, field: ListField, negated: boolean, values: (string | number)[]): null {
  const search = draft.search as Record<ListField, Record<string, (string | number)[]> | undefined> // every list field has this shape; its items are checked by its reader
  const side = negated ? 'exclude' : 'include'
  const kept = search[field] ?? {}
  const all = [...new Set([...(kept[side] ?? []), ...values])].slice(0, 1000)
  search[field] = { ...kept, [side]: all }
  return null
}

const wholeNumbers =
  (field: 'personIds' | 'userIds' | 'retentionGroupIds', mistake: string): Reader =>
  (value, negated, draft) => {
    const parts = list(value)
    if (parts.length === 0 || !parts.every((part) => /^\d{1,15}$/.test(part))) return mistake
    return add(draft, field, negated, parts.map(Number))
  }

function list(value: string): string[] {
  return value.split(',').flatMap((part) => part.trim() || [])
}

const DIRECTIONS = ['inbound', 'outbound', 'internal'] as const
type Direction = (typeof DIRECTIONS)[number]

const READERS: Record<TokenKey, Reader> = {
  person: wholeNumbers('personIds', 'Choose a person from the suggestions, or write an id.'),
  user: wholeNumbers('userIds', 'A user is written by id: user:12.'),
  retention: wholeNumbers('retentionGroupIds', 'A retention group is written by id: retention:3.'),
  number(value, negated, draft) {
    if (value.length < 3 || value.length > 320)
      return 'A number or address has 3 to 320 characters.'
    return add(draft, 'endpointValues', negated, [value])
  },
  tag: (value, negated, draft) => add(draft, 'tags', negated, [value]),
  type(value, negated, draft) {
    const kinds = list(value)
    if (kinds.length === 0) return 'A value is missing.'
    if (kinds.some((kind) => kind.length > 100)) return 'That value is too long.'
    return add(
      draft,
      'kinds',
      negated,
      kinds.map((kind) => kind.toLowerCase()),
    )
  },
  dir(value, negated, draft) {
    const named = list(value.toLowerCase())
    const chosen = DIRECTIONS.filter((direction) => named.includes(direction) !== negated)
    const strange = named.find((name) => !(DIRECTIONS as readonly string[]).includes(name))
    if (named.length === 0 || strange !== undefined)
      return 'A direction is inbound, outbound or internal.'
    if (chosen.length === 0) return 'That leaves no direction.'
    const before: Direction[] = draft.search.directions?.include ?? []
    // Two exclusions narrow, two wishes widen.
    const both = before.filter((direction) => chosen.includes(direction))
    const include =
      before.length === 0 ? chosen : negated ? both : [...new Set([...before, ...chosen])]
    if (include.length === 0) return 'That leaves no direction.'
    draft.search.directions = { include }
    return null
  },
  dur(value, negated, draft) {
    const range = parseDurationRange(value)
    if (range === null) return 'A length is written >10m, <90s or 5m..20m.'
    if (negated) return 'Turn the sign round instead: dur:<10m.'
    const old = draft.search.durationMs ?? {}
    const min = Math.max(old.min ?? 0, range.min ?? 0)
    const max = Math.min(old.max ?? Infinity, range.max ?? Infinity)
    if (min > max) return 'No recording can be that long and that short.'
    draft.search.durationMs = { ...(min > 0 && { min }), ...(max < Infinity && { max }) }
    return null
  },
  has(value, negated, draft) {
    const what = value.toLowerCase()
    if (what === 'transcript') draft.search.hasTranscript = !negated
    else if (what === 'comments' || what === 'comment') draft.search.hasComments = !negated
    else return 'It can have a transcript or comments: has:transcript.'
    return null
  },
  from: (value, negated, draft) => takeEnd('from', value, negated, draft),
  to: (value, negated, draft) => takeEnd('to', value, negated, draft),
  id(value, negated, draft) {
    const parts = list(value)
    const isNumber = (part: string) =>
      /^[1-9]\d{0,15}$/.test(part) && Number.isSafeInteger(Number(part))
    const numbers = parts.filter(isNumber).map(Number)
    const names = parts.filter((part) => !isNumber(part))
    if (numbers.length > 0) add(draft, 'ids', negated, numbers)
    if (names.length > 0) add(draft, 'thirdPartyIds', negated, names)
    return parts.length === 0 ? 'A value is missing.' : null
  },
}

function takeEnd(end: 'from' | 'to', value: string, negated: boolean, draft: Draft): string | null {
  if (negated) return 'A time cannot be left out.'
  if (!/^(now|\d{4}-)/.test(value)) return 'A time is written now-7d, now/d or 2026-11-23.'
  draft[end] = value
  return null
}
