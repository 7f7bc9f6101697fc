import { nameLetters } from './name-letters'

/** A name taken apart. Words are in the form of `nameLetters`. */
export type NameWords = {
  /** Every word, in the order written; titles and suffixes left out. */
  words: readonly string[]
  /** Which of them is the family name; its last word where it has several. */
  family: number
}

const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev herr frau hr fr mme mlle monsieur madame dipl ing mag'.split(
    ' ',
  ),
)
const SUFFIXES = new Set(
  'jr sr ii iii iv phd mba obe mbe cbe kbe qc kc esq msc bsc ba ma md llb llm'.split(' '),
)

/**
 * Takes a name apart. Parts decide where there are any; else a comma stands after the family name (`SMITH, John`), else the family
 * name is last. Null when no word is left.
 */
export function nameWords(
  name: string | null,
  firstName: string | null,
  lastName: string | null,
): NameWords | null {
  if (firstName !== null && lastName !== null) return fromParts(firstName, lastName)
  const whole = name ?? firstName ?? lastName
  if (whole === null) return null
  const comma = whole.indexOf(',')
  if (comma > 0) {
    const after = split(whole.slice(comma + 1))
    if (after.length > 0) return fromParts(whole.slice(comma + 1), whole.slice(0, comma))
  }
  const words = split(whole)
  return words.length === 0 ? null : { words, family: words.length - 1 }
}

function fromParts(firstName: string, lastName: string): NameWords | null {
  const first = split(firstName)
  const words = [...first, ...split(lastName)]
  if (words.length === 0) return null
  return { words, family: words.length - 1 }
}

/** Hyphens part words, apostrophes do not: `Jean-Luc O’Brien` is three. */
function split(text: string): string[] {
  const words = text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/['’‘`´]/g, '')
    .split(/[\s\-‐–.,/]+/)
    .filter((word) => word !== '')
    .map(nameLetters)
  const kept = words.filter((word) => !TITLES.has(word) && !SUFFIXES.has(word))
  return kept.length > 0 ? kept : words
}
