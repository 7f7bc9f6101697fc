import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'

const PHONE_LIKE = /^[+(]?[\d\s().\-/]*\d[\d\s().\-/]*$/

/**
 * The ways Focus may hold an endpoint value that a person wrote: a phone number as its digits and as
 * E.164 without the plus (numbers without a country are of `defaultCountry`), an address in lower case.
 */
export function spellings(value: string, defaultCountry: string): string[] {
  const text = value.trim()
  if (!PHONE_LIKE.test(text)) return [...new Set([text.toLowerCase(), text])]
  const digits = text.replaceAll(/\D/g, '')
  const country: CountryCode | undefined = isSupportedCountry(defaultCountry)
    ? defaultCountry
    : undefined
  const number = parsePhoneNumberFromString(text, country)
  const e164 = number?.isPossible() ? number.number.slice(1) : digits
  return [...new Set([e164, digits])]
}

/** How a value that Focus answered is compared with what was asked: without plus, spaces and case. */
export function comparable(value: string): string {
  return PHONE_LIKE.test(value) ? value.replaceAll(/\D/g, '') : value.trim().toLowerCase()
}
