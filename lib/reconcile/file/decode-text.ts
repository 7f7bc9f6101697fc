import type { Encoding } from './encodings'
import { guessEncoding } from './guess-encoding'

export type DecodedText = { text: string; encoding: Encoding }

/**
 * The text of a file in any encoding HR systems write: by its byte-order mark, by the zero bytes of an unmarked UTF-16, as
 * UTF-8 where it is that without a fault, else in the likeliest of the older ones. `chosen` is taken in place of a guess, but
 * not against a byte-order mark. The mark is not in the text; bytes that are no letter become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, chosen: Encoding | null): DecodedText {
  const encoding = marked(bytes) ?? chosen ?? unmarkedUtf16(bytes)
  if (encoding !== null) return decodeAs(bytes, encoding)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return decodeAs(bytes, guessEncoding(bytes))
  }
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes)
  if (encoding !== 'windows-1252') return { text, encoding }
  return { text: text.replace(/[\u0080-\u009f]/g, windowsLetter), encoding }
}

/** 0x80 to 0x9f; those that Windows leaves free are control signs. */
const WINDOWS_LETTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node 20 decodes Windows-1252 as Latin-1, which has control signs where Windows has `’` and `€`; browsers leave nothing to do. */
function windowsLetter(sign: string): string {
  return WINDOWS_LETTERS[sign.charCodeAt(0) - 0x80] ?? sign
}

function marked(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

/** Text has no zero bytes; in UTF-16 every other byte of a Latin text is one. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const looked = Math.min(bytes.length, 2000)
  let even = 0
  let odd = 0
  for (let at = 0; at < looked; at++) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  if (odd > looked * 0.3 && even < odd / 4) return 'utf-16le'
  if (even > looked * 0.3 && odd < even / 4) return 'utf-16be'
  return null
}
