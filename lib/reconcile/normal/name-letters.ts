import { plainLetters } from './letters'

/**
 * One form for the spellings of a word of a name across alphabets' habits: without marks, and with the transliterated umlaut as
 * the letter alone, so that `Müller`, `Mueller` and `Muller` are `muller`, `Sørensen` and `Soerensen` `sorensen`, `Aasen` and `Åsen` `asen`.
 * `Michael`, `Noel` and `Samuel` keep their `e`.
 */
export function nameLetters(word: string): string {
  const plain = plainLetters(word)
  if (!/[aou]e|aa/.test(plain)) return plain
  return plain.replace(/([aou])e(?!ls?$)/g, '$1').replace(/aa/g, 'a')
}
