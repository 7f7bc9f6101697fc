import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inRanges, type PlaceRanges, placesWithin, withoutPlace, withRange } from './place-ranges'

const places = fc.integer({ min: 0, max: 30 })
const step = fc.oneof(fc.record({ with: fc.tuple(places, places) }), fc.record({ without: places }))

test('ranges hold what a set of the same places holds, and never touch', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let ranges: PlaceRanges = []
      const set = new Set<number>()
      for (const one of steps) {
        if ('without' in one) {
          ranges = withoutPlace(ranges, one.without)
          set.delete(one.without)
          continue
        }
        const [a, b] = one.with
        ranges = withRange(ranges, a, b)
        for (let place = Math.min(a, b); place <= Math.max(a, b); place += 1) set.add(place)
      }
      const all = Uint32Array.from({ length: 31 }, (_, place) => place)
      expect([...all].filter((place) => inRanges(ranges, place))).toEqual(
        [...all].filter((place) => set.has(place)),
      )
      expect([...placesWithin(all, ranges)]).toEqual([...set].sort((a, b) => a - b))
    }),
  )
})
