import { resolveInstant } from './time-range'

/** When something was last or first: never, before or after an instant. */
export type When = { kind: 'never' } | { kind: 'before' | 'after'; utc: string }

/**
 * Reads `never`, `>now-30d` (after), `<2026-01-01` (before). `nowUtc` is an instant, `timeZone` the IANA zone in which dates are
 * meant. Null when the text is none of them.
 */
export function parseWhen(text: string, nowUtc: string, timeZone: string): When | null {
  if (text === 'never') return { kind: 'never' }
  const sign = text.charAt(0)
  if (sign !== '<' && sign !== '>') return null
  const utc = resolveInstant(text.slice(1), 'from', nowUtc, timeZone)
  return utc === null ? null : { kind: sign === '<' ? 'before' : 'after', utc }
}

/** Whether an instant (null: never) is so. What never was is not before anything. */
export function isWhen(when: When, utc: string | null): boolean {
  if (when.kind === 'never') return utc === null
  if (utc === null) return false
  return when.kind === 'before'
    ? Date.parse(utc) < Date.parse(when.utc)
    : Date.parse(utc) >= Date.parse(when.utc)
}

const EXAMPLE_UTC = '2026-01-01T00:00:00.000Z'

/** What is wrong with a text as such a time, in a sentence; null when it can be read. */
export function whenMistake(text: string): string | null {
  return parseWhen(text, EXAMPLE_UTC, 'UTC') === null
    ? 'Write never, >now-30d for later than, or <2026-01-01 for earlier than.'
    : null
}
