/** Places from one to another, both of them in it; sorted, none touching the next. */
export type PlaceRanges = readonly (readonly [from: number, to: number])[]

/** Whether a place stands in one of them. */
export function inRanges(ranges: PlaceRanges, place: number): boolean {
  return ranges.some(([from, to]) => from <= place && place <= to)
}

/** With all places from one to another, in either order. */
export function withRange(ranges: PlaceRanges, one: number, other: number): PlaceRanges {
  let [from, to] = one < other ? [one, other] : [other, one]
  const apart: (readonly [number, number])[] = []
  for (const range of ranges) {
    if (range[1] < from - 1 || range[0] > to + 1) apart.push(range)
    else [from, to] = [Math.min(from, range[0]), Math.max(to, range[1])]
  }
  return [...apart, [from, to] as const].sort(([a], [b]) => a - b)
}

/** Without one place. */
export function withoutPlace(ranges: PlaceRanges, place: number): PlaceRanges {
  return ranges.flatMap(([from, to]) => {
    if (place < from || place > to) return [[from, to] as const]
    const parts = [[from, place - 1] as const, [place + 1, to] as const]
    return parts.filter(([first, last]) => first <= last)
  })
}

/** Those of sorted places that stand in the ranges. */
export function placesWithin(places: Uint32Array, ranges: PlaceRanges): Uint32Array {
  let nth = 0
  return places.filter((place) => {
    while ((ranges[nth]?.[1] ?? Number.POSITIVE_INFINITY) < place) nth += 1
    const range = ranges[nth]
    return range !== undefined && range[0] <= place
  })
}
