import { analyse } from 'chardet'
import { type Encoding, encodingNamed } from './encodings'

/** More words than these do not make the guess better. */
const MOST_BYTES_LOOKED_AT = 100_000
const BLANK = 0x20
/** With fewer words the order of the guesses is chance. */
const FEWEST_WORDS = 16
/** Chance alone comes to 10 of 100 where a letter has two bytes; real names came to 40 and above. */
const SURE_OF_WIDE_LETTERS = 30
/** Nearly any pair of accented letters is one of Big5, too: Polish names came to 57 of 100, real Chinese ones to 75 and above. */
const SURE_OF_BIG5 = 65
/** How far ahead of Windows-1252 another must be. */
const AHEAD_OF_WESTERN = 3

/** Windows writes more letters in bytes that these leave free, and writes the others alike. */
const WINDOWS_FORM: ReadonlyMap<string, Encoding> = new Map([
  ['ISO-8859-1', 'windows-1252'],
  ['ISO-8859-9', 'windows-1254'],
])
const WIDE: ReadonlySet<string> = new Set<Encoding>(['shift_jis', 'euc-jp', 'gb18030', 'euc-kr'])
/** The others may be chosen: guessing them took more Western files for Baltic or Vietnamese ones than it found. */
const GUESSED: ReadonlySet<string> = new Set<Encoding>([
  'windows-1250',
  'iso-8859-2',
  'windows-1254',
  'windows-1251',
  'koi8-r',
  'iso-8859-5',
  'windows-1253',
  'iso-8859-7',
  'windows-1255',
  'iso-8859-8',
  'windows-1256',
  'iso-8859-6',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
])

/**
 * The likeliest encoding of a text that is not Unicode, by how often the words of languages have which letters; Windows-1252
 * where nothing speaks clearly for another. A guess: its reader must be able to correct it.
 */
export function guessEncoding(bytes: Uint8Array): Encoding {
  const words = foreignWords(bytes)
  if (words.filter((byte) => byte === BLANK).length < FEWEST_WORDS) return 'windows-1252'
  const guesses = analyse(words).map(({ name, lang, confidence }) => ({
    encoding: lang === 'pl' ? polish(words, name) : encodingOf(name),
    confidence,
  }))
  const western = guesses.find(({ encoding }) => encoding === 'windows-1252')?.confidence ?? 0
  const best = guesses.find(
    ({ encoding, confidence }) =>
      encoding !== null && GUESSED.has(encoding) && confidence >= sure(encoding, western),
  )
  return best?.encoding ?? 'windows-1252'
}

/** Words with a letter beyond ASCII, a blank after each: headings, addresses and English words would outweigh the few that tell. */
function foreignWords(bytes: Uint8Array): Uint8Array {
  const words = new Uint8Array(MOST_BYTES_LOOKED_AT)
  let length = 0
  let start = 0
  let foreign = false
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at]
    if (byte !== undefined && !isBetweenWords(byte)) {
      foreign ||= byte >= 0x80
      continue
    }
    if (foreign) {
      if (length + at - start >= MOST_BYTES_LOOKED_AT) break
      words.set(bytes.subarray(start, at), length)
      length += at - start
      words[length++] = BLANK
    }
    start = at + 1
    foreign = false
  }
  return words.subarray(0, length)
}

/** Spaces, line breaks, quotation marks and separators; none of them is a part of a letter in any of the encodings. */
function isBetweenWords(byte: number): boolean {
  return byte < 0x30 || byte === 0x3a || byte === 0x3b
}

function encodingOf(name: string): Encoding | null {
  return WINDOWS_FORM.get(name) ?? encodingNamed(name)
}

/** The detector leaves ISO 8859-2 for Windows by the bytes that only Windows uses, but `ą` alone gives the two away as well. */
function polish(words: Uint8Array, name: string): Encoding | null {
  const isoLetters = words.includes(0xb1) || words.includes(0xb6)
  return name === 'ISO-8859-2' && !isoLetters ? 'windows-1250' : encodingOf(name)
}

function sure(encoding: Encoding, western: number): number {
  if (encoding === 'big5') return SURE_OF_BIG5
  if (WIDE.has(encoding)) return SURE_OF_WIDE_LETTERS
  return western + AHEAD_OF_WESTERN
}
