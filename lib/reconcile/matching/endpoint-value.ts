import type { Endpoint } from '@/lib/contract/directory-endpoint'
import { foldEmail } from '../normal/email'

/** What HR's number is looked up by when it is a short internal one. */
export function extensionKey(digits: string): string {
  return `x${digits}`
}

/** One key for every spelling of an endpoint: two endpoints with the same key are the same number or account. */
export function valueKey({ type, value }: Endpoint): string {
  const text = value ?? ''
  const kind = type?.toLowerCase() ?? ''
  if (kind === 'phone' && /^[+\d\s().-]+$/.test(text)) return `phone:${text.replace(/\D/g, '')}`
  return `${kind}:${text.includes('@') ? foldEmail(text) : text.trim().toLowerCase()}`
}

/** What HR's numbers find the endpoint by: international digits, or the extension of a short number or a SIP account. */
export function numberKeys(
  { type, value }: Endpoint,
  readPhone: (text: string) => string | null,
): string[] {
  if (value === null) return []
  const kind = type?.toLowerCase()
  if (kind === 'email' || kind === 'teams') return []
  if (kind === 'sip' || value.includes('@')) {
    const user = /^(?:sips?:)?([^@;]+)/i.exec(value)?.[1] ?? ''
    if (/^\d{2,6}$/.test(user)) return [extensionKey(user)]
    return /^\+?\d{7,15}$/.test(user) ? [readPhone(user) ?? user] : []
  }
  if (/^\d{2,6}$/.test(value)) return [extensionKey(value)]
  // Focus keeps a phone number as digits with its country (its contract): nothing is to be worked out.
  if (/^[1-9]\d{7,14}$/.test(value)) return [value]
  const digits = readPhone(value)
  return digits === null ? [] : [digits]
}
