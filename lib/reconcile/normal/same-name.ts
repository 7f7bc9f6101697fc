import { distance } from 'fastest-levenshtein'
import type { NameWords } from './name'
import { sameGivenName } from './nicknames'

/** `slip`: the same but for one slip of the keyboard in one word. */
export type NameLikeness = 'same' | 'slip' | 'different'

/** A shorter word with a letter changed is another name (`Lee`, `Leo`). */
const SHORTEST_WITH_SLIP = 5

/**
 * Whether two names are one person's. Every word of the one with fewer words must be in the other, in any order, and so must the
 * family name of either; a word also as its initial or as what people are called by it. So middle names may be on one side alone,
 * and two that contradict each other make two people. One slip is forgiven.
 */
export function likeness(one: NameWords, other: NameWords): NameLikeness {
  if (sameWords(one.words, other.words)) return 'same'
  const [few, many] = one.words.length <= other.words.length ? [one, other] : [other, one]
  const rest = withoutEqual(few, many)
  // Somebody's one word is not enough of a name of two.
  if (few.words.length === 1 && many.words.length > 1) return 'different'
  if (fits(rest, few, many, false)) return 'same'
  return fits(rest, few, many, true) ? 'slip' : 'different'
}

/** Places of words that have no partner yet. */
type Rest = { few: readonly number[]; many: readonly number[] }

function withoutEqual(few: NameWords, many: NameWords): Rest {
  const left = many.words.map((_, at) => at)
  const alone: number[] = []
  few.words.forEach((word, at) => {
    const found = left.findIndex((place) => many.words[place] === word)
    if (found === -1) alone.push(at)
    else left.splice(found, 1)
  })
  return { few: alone, many: left }
}

/** Whether each word left of the few has a partner of its own among the many, and the family name of the many has one too. */
function fits(rest: Rest, few: NameWords, many: NameWords, slip: boolean): boolean {
  const [first, ...others] = rest.few
  if (first === undefined) return !rest.many.includes(many.family)
  const word = few.words[first] ?? ''
  return rest.many.some((place) => {
    const candidate = many.words[place] ?? ''
    const left = { few: others, many: rest.many.filter((at) => at !== place) }
    if (isInitial(candidate, word) || sameGivenName(candidate, word))
      return fits(left, few, many, slip)
    return slip && isSlip(candidate, word) && fits(left, few, many, false)
  })
}

function isInitial(one: string, other: string): boolean {
  return (one.length === 1 || other.length === 1) && one[0] === other[0]
}

function isSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < SHORTEST_WITH_SLIP) return false
  if (Math.abs(one.length - other.length) > 1) return false
  const far = distance(one, other)
  return far === 1 || (far === 2 && isTransposition(one, other))
}

/** Two letters beside each other have changed places. */
function isTransposition(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let at = 0
  while (one[at] === other[at]) at++
  return (
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  )
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at])
}
