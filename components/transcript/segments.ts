import type { Hit, PlacedWord } from './find'

/** Below this a word is marked as uncertain. */
export const LOW_CONFIDENCE = 0.6

/** A run of text drawn in one way. `word` and `hit` are indexes, -1 for none. */
export type Segment = { from: number; text: string; word: number; hit: number }

/** The text cut where a word or a hit begins or ends; together the segments are the text. */
export function segmentsOf(
  text: string,
  words: readonly Pick<PlacedWord, 'from' | 'to'>[],
  hits: readonly Pick<Hit, 'from' | 'to'>[],
): Segment[] {
  const cuts = new Set([0, text.length])
  for (const { from, to } of [...words, ...hits]) {
    cuts.add(from)
    cuts.add(to)
  }
  const places = [...cuts].filter((place) => place <= text.length).sort((a, b) => a - b)
  return places.slice(0, -1).flatMap((from, index) => {
    const to = places[index + 1] ?? text.length
    const within = (part: { from: number; to: number }) => part.from <= from && to <= part.to
    return to > from
      ? [
          {
            from,
            text: text.slice(from, to),
            word: words.findIndex(within),
            hit: hits.findIndex(within),
          },
        ]
      : []
  })
}
