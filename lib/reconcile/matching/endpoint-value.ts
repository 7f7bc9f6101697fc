import type { Endpoint } from '@/lib/contract/directory-endpoint'
import { foldEmail } from '../normal/email'

type ReadPhone = (text: string) => string | null

/** What HR's number is looked up by when it is a short internal one. */
export function extensionKey(digits: string): string {
  return `x${digits}`
}

/**
 * One key for every spelling of an endpoint: two endpoints with the same key are the same number or account. That of a phone number
 * is its international digits, by which HR's numbers find it.
 */
export function valueKey({ type, value }: Endpoint, readPhone: ReadPhone): string {
  const text = value ?? ''
  // Focus keeps a phone number as digits with its country (its contract): nothing is to be worked out.
  if (/^[1-9]\d{7,14}$/.test(text)) return text
  const kind = type?.toLowerCase() ?? ''
  if (kind === 'email' || kind === 'teams' || kind === 'sip' || text.includes('@'))
    return `${kind}:${text.includes('@') ? foldEmail(text) : text.trim().toLowerCase()}`
  if (/^\d{2,6}$/.test(text)) return extensionKey(text)
  return readPhone(text) ?? `${kind}:${text.trim().toLowerCase()}`
}

/** What else HR's numbers find the endpoint by: the extension or number of a SIP account; null for nothing. */
export function accountNumber({ type, value }: Endpoint, readPhone: ReadPhone): string | null {
  if (value === null || type?.toLowerCase() !== 'sip') return null
  const user = /^(?:sips?:)?([^@;]+)/i.exec(value)?.[1] ?? ''
  if (/^\d{2,6}$/.test(user)) return extensionKey(user)
  return /^\+?\d{7,15}$/.test(user) ? readPhone(user) : null
}
