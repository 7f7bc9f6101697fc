import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CHARTS,
  DEFAULT_OVERVIEW,
  formatOverview,
  overviewHref,
  parseOverview,
  TALLY_BOUNDS,
  toTallyRequest,
} from './overview-url'

const ends = fc.constantFrom('now-7d', 'now/d', '2026-11-23', '2026-11-23 14:05')

describe('the address of the Overview', () => {
  test('gives back the state it was made of', () => {
    fc.assert(
      fc.property(
        fc.record({
          q: fc.constantFrom('', 'type:sms', 'refund person:1001'),
          from: fc.option(ends),
          to: fc.option(ends),
          most: fc.constantFrom(...TALLY_BOUNDS),
          tables: fc.subarray([...CHARTS]),
        }),
        (state) => {
          expect(parseOverview(formatOverview(state))).toEqual(state)
        },
      ),
    )
  })

  test('leaves out what is the default, and takes junk for it', () => {
    expect(overviewHref()).toBe('/')
    const junk = new URLSearchParams({ from: ' ', to: 'x'.repeat(41), most: '7', tables: 'pies,' })
    expect(parseOverview(junk)).toEqual(DEFAULT_OVERVIEW)
  })

  test('asks for the recordings of its search, bounded', () => {
    const state = { q: 'type:sms', from: 'now-7d', to: null, most: 2_000 } as const
    expect(toTallyRequest(state, '2026-11-23T12:00:00Z', 'UTC')).toEqual({
      recordings: {
        kinds: { include: ['sms'] },
        start: { from: '2026-11-16T12:00:00.000Z' },
      },
      most: 2_000,
    })
    const any = { q: '', from: null, to: null, most: 2_000 } as const
    expect(toTallyRequest(any, '2026-11-23T12:00:00Z', 'UTC')).toEqual({ most: 2_000 })
  })
})
