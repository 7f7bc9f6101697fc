import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'

/**
 * A phone number as people read it: `447897897897` → `+44 7897 897897`. Focus sends digits without a plus, so
 * digits are taken as international first. What is no phone number (an extension, an address) comes back as it came.
 */
export function formatPhone(value: string): string {
  const digits = value.replace(/[\s().-]/g, '')
  if (!/^\+?\d{7,15}$/.test(digits)) return value
  const parsed = parsePhoneNumberFromString(digits.startsWith('+') ? digits : `+${digits}`)
  return parsed?.isPossible() ? parsed.formatInternational() : value
}

/**
 * Whether text typed by a person is meant as a phone number: at least six digits, and nothing but digits and the
 * signs people put between them.
 */
export function looksLikePhone(text: string): boolean {
  const trimmed = text.trim()
  if (!/^(\+|00)?[\d\s().-]+$/.test(trimmed)) return false
  const digits = trimmed.replace(/\D/g, '')
  return digits.length >= 6 && digits.length <= 17
}

/**
 * The digits of a phone number with its country, no plus: how Focus keeps it. `defaultCountry` (ISO 3166 alpha-2)
 * decides for a national spelling. Null when it is no possible number there.
 */
export function phoneDigits(text: string, defaultCountry: string): string | null {
  const country: CountryCode | undefined = isSupportedCountry(defaultCountry)
    ? defaultCountry
    : undefined
  const trimmed = text.trim().replace(/^00/, '+')
  const national = parsePhoneNumberFromString(trimmed, country)
  if (national?.isPossible()) return national.number.slice(1)
  const international = parsePhoneNumberFromString(`+${trimmed.replace(/\D/g, '')}`)
  return international?.isPossible() ? international.number.slice(1) : null
}
