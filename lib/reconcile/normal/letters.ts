/** Letters that Unicode's decomposition leaves whole. */
const WHOLE: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * Small letters of the Latin alphabet where there is one for the letter, whatever marks it has: `Müller`, `ØRSTED`, `Straße`
 * → `muller`, `orsted`, `strasse`. Other scripts keep their letters, without marks.
 */
export function plainLetters(text: string): string {
  const small = text.toLowerCase()
  if (isAscii(small)) return small
  return small
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => WHOLE[letter] ?? letter)
}

/**
 * Words of `plainLetters` without punctuation, one space between: what departments and jobs are compared by.
 * `Sales & Trading` is `sales and trading`.
 */
export function plainWords(text: string): string {
  return plainLetters(text)
    .replace(/&|\+/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** `plainWords` that remembers: a firm has far fewer departments and jobs than people. */
export function wordsReader(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    let words = known.get(text)
    if (words === undefined) {
      words = plainWords(text)
      known.set(text, words)
    }
    return words
  }
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}
