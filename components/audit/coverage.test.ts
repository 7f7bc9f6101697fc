import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageOf, joined, lengthOf } from './coverage'
import { accessEvent, person } from './test-events'

const interval = fc
  .record({ startMs: fc.integer({ min: 0, max: 60 }), long: fc.integer({ min: 1, max: 20 }) })
  .map(({ startMs, long }) => ({ startMs, endMs: startMs + long }))

describe('what was heard', () => {
  test('joined, it holds exactly the same moments, in order and apart', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 12 }), (intervals) => {
        const whole = joined(intervals)
        const heard = (moment: number, list: typeof intervals) =>
          list.some(({ startMs, endMs }) => moment >= startMs && moment < endMs)
        for (let moment = 0; moment < 80; moment += 1)
          expect(heard(moment, whole)).toBe(heard(moment, intervals))
        for (const [i, { startMs }] of whole.entries())
          if (i > 0) expect(startMs).toBeGreaterThan(whole[i - 1]?.endMs ?? Infinity)
      }),
    )
  })

  test('by person, over all plays; a second hearing of the same seconds counts once', () => {
    const heard = (...pairs: [number, number][]) =>
      pairs.map(([startMs, endMs]) => ({ startMs, endMs }))
    const coverage = coverageOf([
      accessEvent({ key: 'L1', heard: heard([0, 60_000]) }),
      accessEvent({ key: 'L2', heard: heard([30_000, 90_000]) }),
      accessEvent({ key: 'L3', who: person('b'), heard: heard([0, 120_000]) }),
      accessEvent({ key: 'L4', action: 'view' }),
      accessEvent({ key: 'L5', decision: 'refused' }),
      accessEvent({ key: 'F1-1', who: { kind: 'focus-user', username: 'admin' } }),
    ])
    expect(coverage.map(({ name, plays, heardMs }) => [name, plays, heardMs])).toEqual([
      ['b', 1, 120_000],
      ['Jo Castellan', 2, 90_000],
      ['admin', 1, 0],
    ])
    expect(lengthOf(coverage[1]?.heard ?? [])).toBe(90_000)
  })
})
