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

/**
 * Part of a value as Focus holds it, from however a person wrote it: a whole phone number as E.164 without the plus, part
 * of one as its digits without the zeros that are only dialled, anything else as it stands.
 */
export function partOfValue(text: string, defaultCountry: string): string {
  const trimmed = text.trim()
  if (!PHONE_LIKE.test(trimmed)) return trimmed
  const country = isSupportedCountry(defaultCountry) ? defaultCountry : undefined
  const number = parsePhoneNumberFromString(trimmed, country)
  if (number?.isValid()) return number.number.slice(1)
  const digits = trimmed.replace('(0)', '').replaceAll(/\D/g, '')
  return digits.replace(/^0+/, '') || digits
}
