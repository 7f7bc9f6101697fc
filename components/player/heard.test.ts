import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Interval } from '@/lib/contract/ledger'
import { createHeard, heardMs, MOST_STRETCHES } from './heard'

/** What a listener does, in media time: plays on for so long in ticks of such a length, or jumps, or pauses. */
type Deed = { kind: 'play'; forMs: number; tickMs: number } | { kind: 'jump'; toMs: number }

const LENGTH_MS = 5_000
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('play' as const),
    forMs: fc.integer({ min: 1, max: 900 }),
    tickMs: fc.integer({ min: 1, max: 400 }),
  }),
  fc.record({ kind: fc.constant('jump' as const), toMs: fc.integer({ min: 0, max: LENGTH_MS }) }),
)

/** Plays it, and marks each millisecond that sounded. */
function listen(deeds: readonly Deed[], heard = createHeard()) {
  const sounded = new Set<number>()
  let atMs = 0
  for (const one of deeds) {
    if (one.kind === 'jump') {
      heard.interrupt()
      atMs = one.toMs
      continue
    }
    const endMs = atMs + one.forMs
    for (let ms = atMs; ms < endMs; ms++) sounded.add(ms)
    for (let ms = atMs; ms < endMs; ms += one.tickMs) heard.at(ms)
    heard.at(endMs)
    atMs = endMs
  }
  return { heard, sounded }
}

function expectInOrder(intervals: readonly Interval[]): void {
  intervals.forEach(({ startMs, endMs }, index) => {
    expect(Number.isInteger(startMs) && Number.isInteger(endMs)).toBe(true)
    expect(endMs).toBeGreaterThan(startMs)
    const before = intervals[index - 1]
    if (before !== undefined) expect(startMs).toBeGreaterThan(before.endMs)
  })
}

describe('what was heard', () => {
  test('is every millisecond that sounded and no other, whatever the listener does', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const { heard, sounded } = listen(deeds)
        const intervals = heard.intervals()
        expectInOrder(intervals)
        const told = new Set<number>()
        for (const { startMs, endMs } of intervals)
          for (let ms = startMs; ms < endMs; ms++) told.add(ms)
        expect(told).toEqual(sounded)
        expect(heardMs(intervals)).toBe(sounded.size)
      }),
      { numRuns: 300 },
    )
  })

  test('keeps to its bound, loses nothing by it, and adds no more than the nearest gaps', () => {
    fc.assert(
      fc.property(
        fc.array(deed, { maxLength: 80 }),
        fc.integer({ min: 1, max: 6 }),
        (deeds, most) => {
          const { heard, sounded } = listen(deeds, createHeard(most))
          const intervals = heard.intervals()
          expectInOrder(intervals)
          expect(intervals.length).toBeLessThanOrEqual(most)
          const lost = [...sounded].filter(
            (ms) => !intervals.some(({ startMs, endMs }) => startMs <= ms && ms < endMs),
          )
          expect(lost).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })

  test('joins the two nearest first', () => {
    const heard = createHeard(2)
    for (const [from, to] of [
      [0, 100],
      [500, 600],
      [650, 700],
    ] as const) {
      heard.interrupt()
      heard.at(from)
      heard.at(to)
    }
    expect(heard.intervals()).toEqual([
      { startMs: 0, endMs: 100 },
      { startMs: 500, endMs: 700 },
    ])
    expect(heard.intervals(1)).toEqual([{ startMs: 0, endMs: 700 }])
  })

  test('takes more stretches than are kept apart in a moment', () => {
    const heard = createHeard()
    for (let index = 0; index < MOST_STRETCHES + 50; index++) {
      heard.interrupt()
      heard.at(index * 10)
      heard.at(index * 10 + 1)
    }
    expect(heard.intervals()).toHaveLength(MOST_STRETCHES)
  })

  test('a step back without a word begins anew, and the same again is no news', () => {
    const heard = createHeard()
    heard.at(1_000.4)
    heard.at(2_000.6)
    heard.at(500)
    heard.at(700)
    expect(heard.intervals()).toEqual([
      { startMs: 500, endMs: 700 },
      { startMs: 1_000, endMs: 2_001 },
    ])
    const before = heard.changes()
    heard.interrupt()
    heard.at(1_200)
    heard.at(1_400)
    expect(heard.changes()).toBe(before)
  })

  test('less than a millisecond is nothing, and no number is no place', () => {
    const heard = createHeard()
    heard.at(10.1)
    heard.at(10.2)
    heard.at(Number.NaN)
    heard.at(-5)
    expect(heard.intervals()).toEqual([])
  })
})
