import { createHmac } from 'node:crypto'
import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** What pseudonyms are made with: the same key gives the same person the same one. Null masks nothing. */
export type PseudonymKey = Uint8Array | null

/** What stands where something was taken out. */
export const TAKEN_OUT = '•••'

const DIGITS = 6
/** Words for a side of a call, which are nobody's name. */
const NOBODY = /^(agent|customer|caller|client|operator|system|unknown|speaker ?\d*)$/i
const ADDRESS = /^(sips?:|mailto:|tel:)?([^@\s]+)@([^@\s]+)$/i
const NUMBER = /^(?:tel:)?\+?[\d\s().-]{2,}$/i

/**
 * `Person 4F7A21`: keyed by the name in any case and spacing, so that parties, speakers and comments of the same person
 * agree, as their names do. It cannot be turned back without the key. A number or an address is masked as one; a word
 * such as `Customer` stays.
 */
export function maskName(name: string, key: PseudonymKey): string {
  if (key === null || name === '' || NOBODY.test(name.trim())) return name
  if (ADDRESS.test(name) || NUMBER.test(name)) return maskEndpoint(name, key)
  const alike = name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
  const digest = createHmac('sha256', key).update(`person\n${alike}`).digest('hex')
  return `Person ${digest.slice(0, DIGITS).toUpperCase()}`
}

/**
 * A number keeps its country and its last two digits (`+44 •••• ••97`), an address its first letter and its domain
 * (`a•••@example.com`); anything else keeps nothing.
 */
export function maskEndpoint(value: string, key: PseudonymKey): string {
  if (key === null || value === '') return value
  const address = ADDRESS.exec(value)
  if (address !== null) return maskAddress(address)
  if (!NUMBER.test(value)) return TAKEN_OUT
  const digits = value.replace(/\D/g, '')
  if (digits.length < 5) return '••'
  const country = parsePhoneNumberFromString(`+${digits}`)
  const start = country?.isPossible() ? `+${country.countryCallingCode} ` : ''
  return `${start}•••• ••${digits.slice(-2)}`
}

/** A number before the @ is masked as a number. */
function maskAddress([, scheme = '', local = '', domain = '']: RegExpExecArray): string {
  const first = /^[+\d]/.test(local) ? '' : ([...local][0] ?? '')
  return `${scheme}${first}${TAKEN_OUT}@${domain}`
}

/** The same shape with its keys, and nothing of what the keys held. */
export function keysAlone(value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map(keysAlone)
  return typeof value === 'object' ? keysOf(value) : TAKEN_OUT
}

/** The keys of one record, each with the shape of what it held. */
export function keysOf(record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([name, held]) => [name, keysAlone(held)]))
}
