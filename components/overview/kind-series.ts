import { kindLabel, NAMED_KINDS } from '@/lib/format/kind'

/** Kinds that are drawn as one, in a colour or pattern that no other series of the drawing has. */
export type KindSeries = {
  name: string
  kinds: readonly string[]
  /** 1 to 7; null for the pattern of the rest. */
  colour: number | null
}

const COLOURS = [1, 2, 3, 4, 5, 6, 7]

/**
 * The series of a drawing by kind. `kinds` come the most frequent first; beyond seven, the rest is one series. A kind that has a
 * name keeps its colour and place while others arrive, and in every drawing.
 */
export function kindSeries(kinds: readonly string[]): KindSeries[] {
  const many = kinds.length > COLOURS.length
  const alone = many ? kinds.slice(0, COLOURS.length - 1) : kinds
  const named = NAMED_KINDS.filter((kind) => alone.includes(kind))
  const own = new Map(named.map((kind) => [kind, NAMED_KINDS.indexOf(kind) + 1]))
  const free = COLOURS.filter((colour) => ![...own.values()].includes(colour))
  const others = alone.filter((kind) => !own.has(kind))
  others.forEach((kind, at) => void own.set(kind, free[at] ?? COLOURS.length))
  const series = [...own].map(([kind, colour]) => ({
    name: kind === '' ? 'No kind' : kindLabel(kind),
    kinds: [kind],
    colour,
  }))
  if (!many) return series
  return [...series, { name: 'Other kinds', kinds: kinds.slice(alone.length), colour: null }]
}
