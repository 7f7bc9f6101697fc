import { inRanges, type PlaceRanges, withoutPlace, withRange } from './place-ranges'

/** Which of a list are chosen, by their places in the result, and where a stretch begins. */
export type Choice = {
  listKey: string
  ranges: PlaceRanges
  /** How many of the list that is; null while the worker counts. */
  count: number | null
  anchor: number | null
}

/** Nothing chosen of a list. */
export function noChoice(listKey: string): Choice {
  return { listKey, ranges: [], count: 0, anchor: null }
}

/**
 * After a press on a place of a list: it alone is turned, or with `range` all are chosen from where the last press was. A press
 * on a list that has been left changes nothing: its row may have arrived only now.
 */
export function withPress(
  before: Choice,
  { listKey, place, range }: { listKey: string; place: number; range: boolean },
): Choice {
  if (before.listKey !== listKey) return before
  const off = !range && inRanges(before.ranges, place)
  const from = range ? (before.anchor ?? place) : place
  const ranges = off ? withoutPlace(before.ranges, place) : withRange(before.ranges, from, place)
  return { listKey, ranges, count: countAfter(before, { range, off }, ranges), anchor: place }
}

/** One press is one more or one less; how many of a list stand in a stretch only the worker knows. */
function countAfter(
  { count }: Choice,
  { range, off }: { range: boolean; off: boolean },
  ranges: PlaceRanges,
): number | null {
  if (ranges.length === 0) return 0
  return range || count === null ? null : count + (off ? -1 : 1)
}
