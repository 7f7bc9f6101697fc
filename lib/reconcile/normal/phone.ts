import { getCountryCallingCode, isSupportedCountry, isValidPhoneNumber } from 'libphonenumber-js'
import { phoneDigits } from '@/lib/format/phone'
import { unscientific } from '../read/scientific'

/** What turns the digits of one shape into international ones: so many dropped, a prefix put before. */
type Recipe = { drop: number; prefix: string }

/** How many digits at the beginning decide how a number is read; more than any country code with its trunk prefix. */
const LEADING = 6

/**
 * Reads phone numbers of a country in any spelling: international digits without a plus, or null for what is no possible number
 * there. libphonenumber-js decides (through `phoneDigits`); numbers of the same length and beginning as one it has decided are
 * written the same way, which makes it some twenty times faster over a whole file.
 */
export function phoneReader(defaultCountry: string): (text: string) => string | null {
  const recipes = new Map<string, Recipe | null>()
  const own = isSupportedCountry(defaultCountry) ? getCountryCallingCode(defaultCountry) : ''
  return (text) => {
    const written = unscientific(text)
    if (written === null) return null
    const bare = bareNumber(written)
    if (bare.length < 5 || bare.length > 18) return null
    const shape = `${bare.length}:${bare.slice(0, LEADING)}`
    const known = recipes.get(shape)
    if (known === null) return phoneDigits(bare, defaultCountry)
    if (known !== undefined) return known.prefix + bare.slice(known.drop)
    const digits = phoneDigits(bare, defaultCountry)
    // Of a shape nobody has the library is asked each time: its reading hangs on any of the digits.
    if (digits !== null && isValidPhoneNumber(`+${digits}`))
      recipes.set(shape, recipeOf(bare, digits, own))
    return digits
  }
}

/** A plus and digits alone; `(0)` is a trunk prefix beside a country code, and nothing of the number. */
function bareNumber(text: string): string {
  if (/^\+?\d+$/.test(text)) return text
  const trimmed = text.trim()
  const plus = /^\(?\+/.test(trimmed) ? '+' : ''
  const digits = (plus ? trimmed.replace(/\(0\)/, '') : trimmed).replace(/\D/g, '')
  return plus + digits
}

/**
 * Null for a shape that is decided number by number: digits that are not those written less some at the beginning (Argentina,
 * Norfolk Island), and numbers of another country without a plus.
 */
function recipeOf(bare: string, digits: string, own: string): Recipe | null {
  if (bare.startsWith('+')) return bare.slice(1) === digits ? { drop: 1, prefix: '' } : null
  if (digits === bare) return digits.startsWith(own) ? { drop: 0, prefix: '' } : null
  for (let drop = 0; drop <= LEADING; drop++)
    if (digits === own + bare.slice(drop)) return { drop, prefix: own }
  return null
}
