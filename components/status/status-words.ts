import type { CallStatus, Status } from '@/lib/contract/status'

export type Tone = 'ok' | 'warning' | 'danger' | 'neutral'
export type Verdict = { tone: Tone; title: string; text: string }

/** Writes an instant in the reader's zone. */
export type WriteInstant = (utc: string) => string

/** How Focus stands with this console, the gravest thing first. */
export function verdictOf(status: Status, write: WriteInstant): Verdict {
  const { token, upstream, calls } = status
  if (token.state === 'refused') {
    return {
      tone: 'danger',
      title: 'Focus refuses the key',
      text: 'The key, the client id or the service user is wrong or was withdrawn. Nothing can be read until whoever runs this console corrects it.',
    }
  }
  if (upstream.circuit === 'open') {
    const until =
      upstream.reopensUtc === null ? '' : ` It is tried again at ${write(upstream.reopensUtc)}.`
    return {
      tone: 'danger',
      title: 'Focus keeps failing, so it is left alone for a while',
      text: `Until then calls fail at once instead of waiting.${until}`,
    }
  }
  if (upstream.circuit === 'half-open') {
    return {
      tone: 'warning',
      title: 'Focus is being tried again',
      text: 'One call at a time goes through. When it succeeds, all do.',
    }
  }
  if (upstream.pausedUntilUtc !== null) {
    return {
      tone: 'warning',
      title: 'Focus asked for a pause',
      text: `It is being asked too often. Calls go on by themselves at ${write(upstream.pausedUntilUtc)}.`,
    }
  }
  const missing = calls.filter((call) => call.rightState === 'missing')
  if (missing.length > 0) {
    const rights = [...new Set(missing.map((call) => call.right ?? call.name))]
    return {
      tone: 'warning',
      title: rights.length === 1 ? 'A right is missing' : `${rights.length} rights are missing`,
      text: `The service user lacks ${listed(rights)}. A Focus administrator can give ${rights.length === 1 ? 'it' : 'them'}.`,
    }
  }
  const drifted = calls.filter((call) => call.unreadable > 0)
  if (drifted.length > 0) {
    const count = drifted.reduce((sum, call) => sum + call.unreadable, 0)
    return {
      tone: 'warning',
      title: 'Focus answers otherwise than agreed',
      text: `${count.toLocaleString('en-GB')} ${count === 1 ? 'reply, row or part of one' : 'replies, rows or parts of rows'} of ${listed(drifted.map(({ name }) => callLabel(name)))} could not be read. Whoever runs this console finds what differs with “npm run focus:check”.`,
    }
  }
  if (token.state === 'none') {
    return {
      tone: 'neutral',
      title: 'Focus has not been asked yet',
      text: 'This console exchanges its key for a token with the first call that needs one.',
    }
  }
  return {
    tone: 'ok',
    title: 'Focus answers',
    text: 'The key is good and calls go through.',
  }
}

/** `searchPeopleByName` → `Search people by name`; short all-capital words stay as they are. */
export function callLabel(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').split(/[\s._-]+/)
  const lower = words.map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
  const text = lower.join(' ').replace(/\b(sms|api)\b/g, (word) => word.toUpperCase())
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const RIGHT_STATES: Record<CallStatus['rightState'], { tone: Tone; label: string }> = {
  granted: { tone: 'ok', label: 'Granted' },
  missing: { tone: 'danger', label: 'Missing' },
  unknown: { tone: 'neutral', label: 'Not seen yet' },
}

/** Whether the service user has the right of a call, as found. */
export function rightState(call: CallStatus): { tone: Tone; label: string } {
  return RIGHT_STATES[call.rightState]
}

const CIRCUITS: Record<Status['upstream']['circuit'], { tone: Tone; label: string }> = {
  closed: { tone: 'ok', label: 'Healthy' },
  open: { tone: 'danger', label: 'Open: calls fail at once' },
  'half-open': { tone: 'warning', label: 'Trying one call' },
}

export function circuitState(status: Status): { tone: Tone; label: string } {
  return CIRCUITS[status.upstream.circuit]
}

const TOKENS: Record<Status['token']['state'], { tone: Tone; label: string }> = {
  valid: { tone: 'ok', label: 'Valid' },
  none: { tone: 'neutral', label: 'None yet' },
  refused: { tone: 'danger', label: 'Refused' },
}

export function tokenState(status: Status): { tone: Tone; label: string } {
  return TOKENS[status.token.state]
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
