import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DEFAULT_RETENTION,
  formatRetention,
  parseRetention,
  type RetentionState,
  retentionHref,
  toForecastRequest,
} from './retention-url'

const NOW = '2026-11-23T12:00:00.000Z'

describe('the address of the Retention page', () => {
  test('carries all that it shows', () => {
    const state: RetentionState = {
      tab: 'expiring',
      group: 42,
      q: 'priya',
      from: 'now-30d',
      to: '2026-11-23',
      kinds: ['sms', 'holo-conference'],
      groups: [41, 44],
      most: 100_000,
      move: { personIds: [1001, 1002], groupId: null, toGroupId: 44 },
      world: 'what-if',
      as: 'table',
      year: 2027,
      day: '2027-02-28',
    }
    expect(parseRetention(formatRetention(state))).toEqual(state)
    const group = { ...state, move: { personIds: [], groupId: 45, toGroupId: 44 } }
    expect(parseRetention(formatRetention(group))).toEqual(group)
  })

  test('says nothing of what is as usual', () => {
    expect(retentionHref()).toBe('/retention')
    expect(parseRetention(new URLSearchParams())).toEqual(DEFAULT_RETENTION)
  })

  test('takes any junk', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (pairs, text) => {
        for (const key of Object.keys(DEFAULT_RETENTION)) pairs[key] ??= text
        const state = parseRetention(new URLSearchParams(pairs))
        expect(parseRetention(formatRetention(state))).toEqual(state)
      }),
    )
    const junk = new URLSearchParams('day=2027-02-30&move=>44&most=7&year=27&in=x,4')
    expect(parseRetention(junk)).toEqual({ ...DEFAULT_RETENTION, groups: [4] })
  })
})

describe('what is asked of the server', () => {
  test('is nothing but the bound where nothing is chosen', () => {
    expect(toForecastRequest(DEFAULT_RETENTION, NOW, 'UTC')).toEqual({ most: 20_000 })
  })

  test('is the recordings chosen, and the move', () => {
    const state = {
      ...DEFAULT_RETENTION,
      from: 'now-30d',
      kinds: ['sms'],
      groups: [42],
      move: { personIds: [1001], groupId: null, toGroupId: 44 },
    }
    expect(toForecastRequest(state, NOW, 'UTC')).toEqual({
      recordings: {
        start: { from: '2026-10-24T12:00:00.000Z' },
        kinds: { include: ['sms'] },
        retentionGroupIds: { include: [42] },
      },
      whatIf: { personIds: [1001], toGroupId: 44 },
      most: 20_000,
    })
  })
})
