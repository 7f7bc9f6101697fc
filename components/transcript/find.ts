import type { Utterance, Word } from '@/lib/contract/transcript'

/** One place where the sought text stands: `[from, to)` are offsets into the utterance's text. */
export type Hit = { utterance: number; from: number; to: number; atMs: number }

/** Lower case and without accents, one character for one, so that offsets stay true. */
function folded(text: string): string {
  return Array.from(text, (character) => {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return plain.length === character.length ? plain : character
  }).join('')
}

/** Folding is the dear part of a search, and a transcript is searched at every key press. */
const foldedTexts = new WeakMap<Utterance, string>()

function foldedText(utterance: Utterance): string {
  const known = foldedTexts.get(utterance)
  if (known !== undefined) return known
  const text = folded(utterance.text)
  foldedTexts.set(utterance, text)
  return text
}

/**
 * Every place the text stands in, in order, without regard to case or accents; words may be parted by any white space.
 * Nothing for an empty text.
 */
export function findHits(utterances: readonly Utterance[], sought: string): Hit[] {
  const parts = folded(sought).split(/\s+/).filter(Boolean)
  if (parts.length === 0) return []
  const pattern = new RegExp(
    parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'),
    'gu',
  )
  const hits: Hit[] = []
  utterances.forEach((utterance, index) => {
    for (const match of foldedText(utterance).matchAll(pattern)) {
      const to = match.index + match[0].length
      hits.push({ utterance: index, from: match.index, to, atMs: timeOf(utterance, match.index) })
    }
  })
  return hits
}

/** A word with its place in the utterance's text. */
export type PlacedWord = Word & { from: number; to: number }

/** The words' places in the text; a word the text does not have (in order) is left out. */
export function placedWords(utterance: Utterance): PlacedWord[] {
  const placed: PlacedWord[] = []
  let searchFrom = 0
  for (const word of utterance.words) {
    const from = utterance.text.indexOf(word.text, searchFrom)
    if (from === -1 || word.text === '') continue
    searchFrom = from + word.text.length
    placed.push({ ...word, from, to: searchFrom })
  }
  return placed
}

/** When the character at `offset` is spoken: by the words' timings, else in proportion to the text. */
export function timeOf(utterance: Utterance, offset: number): number {
  const word = placedWords(utterance).find((candidate) => candidate.to > offset)
  if (word !== undefined) return word.startMs
  const share = utterance.text.length === 0 ? 0 : offset / utterance.text.length
  return Math.round(utterance.startMs + (utterance.endMs - utterance.startMs) * share)
}

/** The hit to stand on first: the one at or after a time, else the first; -1 when there is none. */
export function firstHitFrom(hits: readonly Hit[], atMs: number): number {
  if (hits.length === 0) return -1
  const index = hits.findIndex((hit) => hit.atMs >= atMs)
  return index === -1 ? 0 : index
}
