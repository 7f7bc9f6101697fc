import type { RecordingSearch } from '@/lib/contract/recording-search'
import { type ReadToken, readQuery, type TokenKey } from './query-text'

/** The three ways into an audit: of which recording, by whom, whose call. */
export const WAYS_IN = ['recording', 'actor', 'subject'] as const
export type WayIn = (typeof WAYS_IN)[number]

/** Keys of the audit's search box beside those of recordings, which say which calls are meant. */
export const AUDIT_KEYS = [
  { key: 'subject', hint: 'whose calls were accessed' },
  { key: 'actor', hint: 'who looked' },
  { key: 'recording', hint: 'a recording’s interaction id' },
  { key: 'action', hint: 'play, download, view…' },
  { key: 'address', hint: 'where it came from: 10.4.18.22' },
  { key: 'result', hint: 'allowed, refused' },
] as const
export type AuditKey = (typeof AUDIT_KEYS)[number]['key']

export type AuditToken = Omit<ReadToken, 'known'> & { known: TokenKey | AuditKey | null }

/** What the text of the audit's search box means. What has a mistake is left out; the rest holds. */
export type AuditReading = {
  tokens: AuditToken[]
  /** Which calls. */
  calls: RecordingSearch
  /** Ends of the time in which the calls were made, as written. */
  callsFrom: string | null
  callsTo: string | null
  subjects: number[]
  actors: string[]
  recordings: number[]
  actions: string[]
  address: string | null
  decision: 'allowed' | 'refused' | null
}

/** The audit's own key that was typed; null for any other. */
export function auditKey(typed: string | null): AuditKey | null {
  return AUDIT_KEYS.find((entry) => entry.key === typed)?.key ?? null
}

/** Reads the search box of the audit. Never fails. */
export function readAuditText(text: string): AuditReading {
  const { tokens, search, from, to } = readQuery(text)
  const reading: AuditReading = {
    tokens: [],
    calls: search,
    callsFrom: from,
    callsTo: to,
    subjects: [],
    actors: [],
    recordings: [],
    actions: [],
    address: null,
    decision: null,
  }
  reading.tokens = tokens.map((token): AuditToken => {
    const known = auditKey(token.key)
    if (known === null) return token
    const mistake = take(known, token.value.trim(), token.negated, reading)
    return {
      ...token,
      known,
      mistake: mistake ?? (token.open ? 'A quotation mark is missing.' : null),
    }
  })
  return reading
}

function take(
  key: AuditKey,
  value: string,
  negated: boolean,
  reading: AuditReading,
): string | null {
  if (value === '') return 'A value is missing.'
  if (negated) return 'This cannot be left out; name what is wanted instead.'
  switch (key) {
    case 'subject':
      return takeIds(value, reading.subjects, 'Choose a person from the suggestions.')
    case 'recording':
      return takeIds(value, reading.recordings, 'A recording is named by its interaction id.')
    case 'actor':
      if (value.length > 200) return 'Choose somebody from the suggestions.'
      if (reading.actors.length >= 50) return 'That is more people than can be asked for at once.'
      if (!reading.actors.includes(value)) reading.actors.push(value)
      return null
    case 'action':
      return takeActions(value, reading)
    case 'address':
      if (value.length > 100) return 'That value is too long.'
      reading.address = value
      return null
    case 'result':
      if (value !== 'allowed' && value !== 'refused') return 'A result is allowed or refused.'
      reading.decision = value
      return null
  }
}

function takeIds(value: string, into: number[], mistake: string): string | null {
  const parts = value.split(',').map((part) => part.trim())
  const ids = parts.map(Number)
  const sound =
    parts.every((part) => /^[1-9]\d{0,15}$/.test(part)) && ids.every(Number.isSafeInteger)
  if (!sound) return mistake
  for (const id of ids) if (!into.includes(id) && into.length < 1000) into.push(id)
  return null
}

function takeActions(value: string, reading: AuditReading): string | null {
  for (const part of value.split(',')) {
    const action = part.trim().toLowerCase()
    if (action === '' || action.length > 60) return 'A value is missing.'
    if (!/^[a-z][a-z -]*$/.test(action))
      return `“${action}” is no action. Write play, download or view.`
    if (!reading.actions.includes(action) && reading.actions.length < 40)
      reading.actions.push(action)
  }
  return null
}
