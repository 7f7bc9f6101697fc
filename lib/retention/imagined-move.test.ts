import { describe, expect, test } from 'vitest'
import type { Party, Recording } from '@/lib/contract/recording'
import type { RetentionGroup } from '@/lib/contract/retention'
import { ForecastCounts } from './forecast-counts'
import { effectOf, imaginedMove } from './imagined-move'

const TODAY = '2026-11-23'

const group = (id: number, days: number | null, isDefault = false): RetentionGroup => ({
  id,
  name: null,
  isDefault,
  periods: [{ mediaType: 'default', days }],
  memberCount: null,
  otherFields: {},
})
const GROUPS = [group(1, 1000, true), group(2, 30), group(3, null)]

const party = (personId: number, role: string): Party => ({
  endpointId: null,
  endpointType: 'phone',
  value: null,
  role,
  personId,
  personName: null,
})

const recording = (id: number, facts: Partial<Recording> = {}) => ({
  id,
  kind: 'phone',
  startUtc: '2026-10-01T10:00:00.000Z',
  durationMs: 60_000,
  expiryUtc: null,
  legalHold: false,
  retentionGroupId: 1,
  direction: 'outbound',
  parties: [party(1001, 'from'), party(3001, 'to')],
  ...facts,
})

const move = (wanted: { personIds?: number[]; retentionGroupIds?: number[]; toGroupId: number }) =>
  imaginedMove(wanted, GROUPS)

describe('an imagined move', () => {
  test('takes the recordings of a person on the firm’s side, not those of whom they rang', () => {
    expect(move({ personIds: [1001], toGroupId: 2 }).takes(recording(1))).toBe(true)
    expect(move({ personIds: [3001], toGroupId: 2 }).takes(recording(1))).toBe(false)
    expect(move({ personIds: [1002], toGroupId: 2 }).takes(recording(1))).toBe(false)
  })

  test('takes a whole group, with those that no group was assigned to where it is the default', () => {
    const whole = move({ retentionGroupIds: [1], toGroupId: 2 })
    expect(whole.takes(recording(1))).toBe(true)
    expect(whole.takes(recording(1, { retentionGroupId: null }))).toBe(true)
    expect(whole.takes(recording(1, { retentionGroupId: 3 }))).toBe(false)
  })

  test('leaves what is there already', () => {
    expect(
      move({ personIds: [1001], toGroupId: 2 }).takes(recording(1, { retentionGroupId: 2 })),
    ).toBe(false)
  })

  test('to a group that does not exist is refused', () => {
    expect(() => move({ toGroupId: 99 })).toThrow('no retention group 99')
  })
})

test.each([
  ['for-ever', { day: '2026-11-23' }, false, 'atOnce'],
  [{ day: '2027-01-01' }, { day: '2026-11-01' }, false, 'atOnce'],
  [{ day: '2027-01-01' }, { day: '2026-12-01' }, false, 'earlier'],
  ['for-ever', { day: '2026-12-01' }, false, 'earlier'],
  [{ day: '2027-01-01' }, { day: '2028-01-01' }, false, 'later'],
  [{ day: '2027-01-01' }, 'for-ever', false, 'later'],
  [{ day: '2027-01-01' }, { day: '2027-01-01' }, false, 'same'],
  ['for-ever', 'for-ever', false, 'same'],
  [{ day: '2026-11-01' }, 'for-ever', false, 'alreadyPast'],
  [{ day: '2027-01-01' }, { day: '2026-11-01' }, true, 'held'],
  ['unknown', { day: '2026-11-01' }, false, 'unknown'],
  [{ day: '2027-01-01' }, 'unknown', false, 'unknown'],
] as const)('from %j to %j (held: %s) is %s', (now, then, held, effect) => {
  expect(effectOf(now, then, held, TODAY)).toBe(effect)
})

describe('the counts of both worlds', () => {
  const counts = new ForecastCounts({
    groups: GROUPS,
    move: move({ personIds: [1001], toGroupId: 2 }),
    today: TODAY,
    withExamples: true,
  })
  counts.add(recording(1))
  counts.add(recording(2, { startUtc: '2026-11-20T10:00:00.000Z' }))
  counts.add(recording(3, { legalHold: true }))
  counts.add(recording(4, { parties: [party(1002, 'from')], durationMs: null }))
  counts.add(recording(5, { parties: [], retentionGroupId: 3 }))
  counts.add(recording(6, { parties: [], retentionGroupId: 77 }))
  counts.add(recording(7, { parties: [], expiryUtc: '2026-11-22T00:00:00.000Z' }))
  const taken = counts.take()
  const of = (world: string) =>
    taken
      .filter((count) => count.world === world)
      .map(({ day, retentionGroupId, held, recordings }) => ({
        day,
        retentionGroupId,
        held,
        recordings,
      }))

  test('are whole, each by day, group and hold', () => {
    expect(of('now')).toEqual([
      { day: '2029-06-27', retentionGroupId: 1, held: false, recordings: 2 },
      { day: '2029-08-16', retentionGroupId: 1, held: false, recordings: 1 },
      { day: '2029-06-27', retentionGroupId: 1, held: true, recordings: 1 },
      { day: '2026-11-22', retentionGroupId: 1, held: false, recordings: 1 },
    ])
    expect(of('what-if')).toEqual([
      { day: '2026-10-31', retentionGroupId: 2, held: false, recordings: 1 },
      { day: '2026-12-20', retentionGroupId: 2, held: false, recordings: 1 },
      { day: '2026-10-31', retentionGroupId: 2, held: true, recordings: 1 },
      { day: '2029-06-27', retentionGroupId: 1, held: false, recordings: 1 },
      { day: '2026-11-22', retentionGroupId: 1, held: false, recordings: 1 },
    ])
  })

  test('come with what the move does, each recording in one part', () => {
    expect(counts.totals).toEqual({
      neverExpires: 1,
      unknown: 1,
      past: 1,
      afterMove: { neverExpires: 1, unknown: 1 },
      move: {
        recordings: 3,
        atOnce: 1,
        earlier: 1,
        later: 0,
        same: 0,
        alreadyPast: 0,
        held: 1,
        unknown: 0,
      },
    })
  })

  test('are handed over once', () => {
    expect(counts.take()).toEqual([])
  })

  test('name recordings to open, the first to go first, of the imagined world what is moved', () => {
    const examples = counts.examples()
    expect(examples.filter(({ world }) => world === 'now').map(({ id }) => id)).toEqual([
      1, 3, 4, 2,
    ])
    expect(examples.filter(({ world }) => world === 'what-if').map(({ id }) => id)).toEqual([
      1, 3, 2,
    ])
  })
})
