import { describe, expect, test } from 'vitest'
import { joined, lengthMs, without } from './intervals'

const of = (...pairs: [number, number][]) => pairs.map(([startMs, endMs]) => ({ startMs, endMs }))

describe('stretches of media', () => {
  test('are put in order, joined where they touch, and empty ones dropped', () => {
    expect(joined(of([5, 9], [0, 2], [2, 3], [8, 12], [4, 4], [7, 6]))).toEqual(of([0, 3], [5, 12]))
    expect(joined([])).toEqual([])
  })

  test('agree with counting every millisecond, whatever is cut out of what', () => {
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    const some = () =>
      joined(
        Array.from({ length: random(6) }, () => {
          const startMs = random(40)
          return { startMs, endMs: startMs + random(12) }
        }),
      )
    const inside = (all: ReturnType<typeof some>) =>
      Array.from({ length: 60 }, (_, ms) => all.some((one) => one.startMs <= ms && ms < one.endMs))
    for (let round = 0; round < 500; round++) {
      const [all, cut] = [some(), some()]
      const known = inside(cut)
      const rest = without(all, cut)
      expect(inside(rest)).toEqual(inside(all).map((is, ms) => is && known[ms] !== true))
      expect(rest).toEqual(joined(rest))
      expect(lengthMs(rest)).toBe(inside(rest).filter(Boolean).length)
    }
  })
})
