import { type Token, tokenize } from './tokens'

/** A filter of a list of the directory. */
export type DirectoryKey<K extends string> = {
  key: K
  /** In the menu of filters, and before the value in a chip. */
  label: string
  /** An example of a value. */
  hint: string
  /** Values it offers by itself. */
  values?: readonly { value: string; label: string }[]
  /** What is wrong with a value, in a sentence; null when it can be used. */
  mistakeIn: (value: string) => string | null
  /** What is not so can be asked for, too. */
  negatable: boolean
}

/** One filter that was written: any of the values, or none of them. */
export type DirectoryTerm<K extends string> = { key: K; values: string[]; negated: boolean }

/** A token with what is wrong with it, in a sentence, or null. */
export type DirectoryToken<K extends string> = Token & { known: K | null; mistake: string | null }

/** What the text of the search box means. What has a mistake is left out; the rest still holds. */
export type DirectoryReading<K extends string> = {
  tokens: DirectoryToken<K>[]
  /** In the order written. Terms of one key and sign are one term, but for the two ends of a span. */
  terms: DirectoryTerm<K>[]
  words: string
}

const MOST_WORDS = 200

/** Reads the search box of a list of the directory. Never fails. */
export function readDirectoryText<K extends string>(
  text: string,
  keys: readonly DirectoryKey<K>[],
): DirectoryReading<K> {
  const terms: DirectoryTerm<K>[] = []
  const words: string[] = []
  const tokens = tokenize(text).map((token): DirectoryToken<K> => {
    const known = keys.find(({ key }) => key === token.key) ?? null
    const mistake = token.key === null ? takeWord(token, words) : takeTerm(token, known, terms)
    return {
      ...token,
      known: known?.key ?? null,
      mistake: mistake ?? (token.open ? 'A quotation mark is missing.' : null),
    }
  })
  return { tokens, terms, words: words.join(' ') }
}

function takeWord(token: Token, words: string[]): string | null {
  if (token.negated) return 'Words cannot be left out, only what has a key.'
  if ([...words, token.value].join(' ').length > MOST_WORDS)
    return 'That is more text than can be searched.'
  if (token.value !== '') words.push(token.value)
  return null
}

function takeTerm<K extends string>(
  token: Token,
  known: DirectoryKey<K> | null,
  terms: DirectoryTerm<K>[],
): string | null {
  const { negated } = token
  const value = token.value.trim()
  if (known === null)
    return `There is no filter “${token.key}” here. Put the text in quotation marks to search for it.`
  if (value === '') return 'A value is missing.'
  if (value.length > 320) return 'That value is too long.'
  if (negated && !known.negatable) return 'This cannot be left out; name what is wanted instead.'
  const mistake = known.mistakeIn(value)
  if (mistake !== null) return mistake
  const same = terms.find(
    ({ key, values, negated: not }) =>
      key === known.key && not === negated && boundOf(values[0]) === boundOf(value),
  )
  if (same === undefined) terms.push({ key: known.key, values: [value], negated })
  else if (!same.values.includes(value) && same.values.length < 100) same.values.push(value)
  return null
}

/** An end of a span (`>now-30d`) narrows what its other end (`<now-7d`) leaves; any other values are one as good as the other. */
function boundOf(value = ''): string {
  return /^[<>]/.exec(value)?.[0] ?? ''
}

/** For a key whose values are few and fixed. */
export function oneOf(
  values: readonly { value: string; label: string }[],
): Pick<DirectoryKey<string>, 'values' | 'mistakeIn'> {
  const words = values.map(({ value }) => value)
  return {
    values,
    mistakeIn: (value) =>
      words.includes(value.toLowerCase()) ? null : `Write ${words.join(', ')}.`,
  }
}

/** For a key whose value is a whole number from 1, or one of the words given. */
export function idOr(...words: string[]): Pick<DirectoryKey<string>, 'mistakeIn'> {
  return {
    mistakeIn: (value) =>
      /^[1-9]\d{0,15}$/.test(value) || words.includes(value)
        ? null
        : `Write an id${words.map((word) => `, or ${word}`).join('')}.`,
  }
}

/** For a key that takes any text. */
export const anyText: Pick<DirectoryKey<string>, 'mistakeIn'> = { mistakeIn: () => null }

export const YES_NO = [
  { value: 'yes', label: 'yes' },
  { value: 'no', label: 'no' },
] as const
