import fc from 'fast-check'
import { isValidPhoneNumber } from 'libphonenumber-js'
import { describe, expect, test } from 'vitest'
import { formatPhone, phoneDigits } from '@/lib/format/phone'
import { phoneReader, phoneWriter } from './phone'

describe('phone numbers', () => {
  test.each([
    ['GB', '+44 (0)7897 897897', '447897897897'],
    ['GB', '+447897897897', '447897897897'],
    ['GB', '0044 7897 897897', '447897897897'],
    ['GB', '07897 897897', '447897897897'],
    ['GB', '7897897897', '447897897897'],
    ['GB', '447897897897', '447897897897'],
    ['GB', '4.47897897897E+11', '447897897897'],
    ['GB', '(020) 7946-0000', '442079460000'],
    ['GB', '+1 (415) 555-0100', '14155550100'],
    ['US', '(415) 555-0100', '14155550100'],
    ['US', '4155550100', '14155550100'],
    ['DE', '0221/4961100', '492214961100'],
    ['DE', '+49 (0) 221 4961100', '492214961100'],
    ['FR', '01 42 68 53 00', '33142685300'],
    ['IT', '06 698 1234', '39066981234'],
  ])('of %s: %s is %s', (country, text, digits) => {
    expect(phoneReader(country)(text)).toBe(digits)
  })

  test('that somebody can have are written as libphonenumber writes them, whatever was written before', () => {
    const write = phoneWriter()
    const rest = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 5, maxLength: 10 })
    const start = fc.constantFrom(
      '4420',
      '447',
      '44161',
      '44',
      '49',
      '4989',
      '1',
      '33',
      '39',
      '41',
      '81',
      '353',
      '61',
    )
    fc.assert(
      fc.property(start, rest, (prefix, digits) => {
        const number = prefix + digits
        const text = write(number)
        const expected = formatPhone(number)
        // With a trunk zero after the country, or of nobody: not how Focus keeps a number.
        const proper = isValidPhoneNumber(`+${number}`) && expected.replace(/\D/g, '') === number
        if (proper) expect(text).toBe(expected)
        else expect(text).not.toBe('')
      }),
      { numRuns: 10_000 },
    )
  })

  test.each(['4.47898E+11', '12', 'n/a', '12345678901234567890'])('%s is none', (text) => {
    expect(phoneReader('GB')(text)).toBeNull()
  })

  test('are read as libphonenumber reads them, by any reader that has read others before', () => {
    const countries = ['GB', 'US', 'DE', 'FR', 'IT', 'AR', 'MX', 'BR', 'AU', 'JP', 'IE', 'CH']
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 9 })
    const starts = fc.constantFrom(
      '+44',
      '+49',
      '44',
      '1',
      '07',
      '020',
      '0',
      '+54 9',
      '15',
      '011',
      '00',
    )
    for (const country of countries) {
      const reader = phoneReader(country)
      fc.assert(
        fc.property(starts, digits, (start, rest) => {
          const text = start.replace(' ', '') + rest
          const expected = phoneDigits(text, country)
          expect([text, reader(text)]).toEqual([text, expected])
        }),
        { numRuns: 2000 },
      )
    }
  })
})
