import { pieceInHand, type Suggestion, suggest } from '@/components/filters/suggestions'
import type { LedgerActor } from '@/lib/contract/ledger'
import type { PersonName } from '@/lib/contract/person'
import { AUDIT_KEYS, auditKey, type WayIn } from '@/lib/url/audit-text'
import { formatToken, type Token, tokenize } from '@/lib/url/tokens'
import { actionName } from './event-words'

/** What can be done to a call, in the order in which one asks for it. */
export const ASKED_ACTIONS = [
  'play',
  'download',
  'view',
  'transcript-read',
  'sms-read',
  'comments-read',
  'export',
  'evidence-export',
  'reveal',
  'search',
] as const
const MOST = 9

/** The words that are being typed, together: a name may be several. Else the piece in hand. */
export function nameInHand(draft: string): Token | null {
  const last = pieceInHand(draft)
  if (last === null || last.key !== null || last.negated) return last
  const words = tokenize(draft)
  const before = words.findLastIndex((token) => token.key !== null || token.negated)
  const start = words[before + 1]?.start ?? last.start
  const raw = draft.slice(start)
  return { ...last, raw, start, value: raw.replaceAll('"', '') }
}

/** What a person's name is looked for by; empty while no person can be meant. */
export function personMeant(piece: Token | null, by: WayIn): string {
  if (piece === null) return ''
  if (piece.key === null) return by === 'subject' && piece.value.length >= 2 ? piece.value : ''
  if (piece.key !== 'subject' && piece.key !== 'person') return ''
  return /^[\d,]+$/.test(piece.value) ? '' : piece.value
}

/** What may be meant by the piece being typed. The way in decides what a plain word is taken for first. */
export function auditSuggestions(
  piece: Token | null,
  by: WayIn,
  people: readonly PersonName[],
  actors: readonly LedgerActor[],
  seenTags: readonly string[],
): Suggestion[] {
  if (piece === null) return keys('')
  const key = auditKey(piece.key)
  const value = piece.value.toLowerCase()
  if (key === 'subject') return subjects(people).slice(0, MOST)
  if (key === 'actor') return named(actors, value).slice(0, MOST)
  if (key === 'action')
    return choices('action', ASKED_ACTIONS, piece.value.replace(/^.*,/, ''), piece.value)
  if (key === 'result') return choices('result', ['refused', 'allowed'], value, '')
  if (key !== null) return []
  if (piece.key !== null && piece.key !== 'number') return suggest(piece, seenTags, people)
  const first =
    by === 'subject'
      ? subjects(people)
      : by === 'actor' && value.length >= 1
        ? named(actors, value)
        : by === 'recording' && /^\d{1,16}$/.test(value)
          ? [recording(value)]
          : []
  if (piece.key === 'number') return first
  return [...first.slice(0, 6), ...keys(value), ...suggest(piece, seenTags, [])].slice(0, MOST)
}

function keys(word: string): Suggestion[] {
  return AUDIT_KEYS.filter((entry) => entry.key.startsWith(word)).map(({ key, hint }) => ({
    id: key,
    label: `${key}:`,
    detail: hint,
    text: `${key}:`,
    complete: false,
  }))
}

function subjects(people: readonly PersonName[]): Suggestion[] {
  return people.map((person) => ({
    id: `subject:${person.id}`,
    label: `calls of ${person.name}`,
    detail: [person.department, person.type].filter((part) => part !== null).join(' · '),
    text: formatToken('subject', String(person.id)),
    complete: true,
  }))
}

function named(actors: readonly LedgerActor[], word: string): Suggestion[] {
  return actors
    .filter((actor) => `${actor.name} ${actor.email ?? ''}`.toLowerCase().includes(word))
    .map((actor) => ({
      id: `actor:${actor.key}`,
      label: `accesses by ${actor.name}`,
      detail: actor.email ?? '',
      text: formatToken('actor', actor.key),
      complete: true,
    }))
}

function recording(id: string): Suggestion {
  return {
    id: `recording:${id}`,
    label: `recording ${id}`,
    detail: 'by its interaction id',
    text: formatToken('recording', id),
    complete: true,
  }
}

/** `action:play,vi` goes on behind its comma. */
function choices(
  key: string,
  values: readonly string[],
  word: string,
  written: string,
): Suggestion[] {
  const before = written.slice(0, written.length - word.length)
  return values
    .filter((value) => value.startsWith(word.toLowerCase()))
    .map((value) => ({
      id: `${key}:${value}`,
      label: `${key} ${value}`,
      detail: key === 'action' ? actionName(value) : '',
      text: formatToken(key, before + value),
      complete: true,
    }))
}
