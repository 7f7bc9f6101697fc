import { describe, expect, test } from 'vitest'
import type { RetentionGroup } from '@/lib/contract/retention'
import { daysBetween, gapsIn } from './gaps'
import { retentionInForce } from './retention-in-force'
import { aPerson } from './test-people'
import { wholeFrom } from './whole-from'

const group = (id: number, name: string, isDefault = false): RetentionGroup => ({
  id,
  name,
  isDefault,
  periods: [],
  memberCount: null,
  otherFields: {},
})
const GROUPS = [group(1, 'Standard', true), group(2, 'Trading desk'), group(3, 'Complaints')]

describe('retention in force', () => {
  test('is what is assigned to the person', () => {
    expect(retentionInForce(aPerson({ retentionGroupId: 3 }), GROUPS)).toMatchObject({
      groupId: 3,
      because: 'own',
    })
    const lost = retentionInForce(aPerson({ retentionGroupId: 9 }), GROUPS)
    expect(lost.group).toBeNull()
    expect(lost.sentence).toContain('not among')
  })

  test('may come from a group they are in, which is said to be a guess', () => {
    const trader = aPerson({ groups: [{ groupId: 40, name: 'trading desk' }] })
    const found = retentionInForce(trader, GROUPS)
    expect([found.groupId, found.because]).toEqual([2, 'group'])
    expect(found.sentence).toContain('does not say so')
  })

  test('is the default where nothing is assigned', () => {
    const found = retentionInForce(aPerson(), GROUPS)
    expect([found.groupId, found.because]).toEqual([1, 'default'])
    expect(retentionInForce(aPerson(), []).group).toBeNull()
  })
})

describe('gaps', () => {
  // 2 November 2026 is a Monday.
  test('are stretches of three weekdays or more, over weekends', () => {
    const recorded = new Set(['2026-11-04', '2026-11-10', '2026-11-12', '2026-11-14'])
    expect(gapsIn(recorded, '2026-11-02', '2026-11-18')).toEqual([
      { from: '2026-11-05', to: '2026-11-09', weekdays: 3 },
      { from: '2026-11-16', to: '2026-11-18', weekdays: 3 },
    ])
  })

  test('a weekend alone is none, and no day at all is one', () => {
    expect(gapsIn(new Set(), '2026-11-07', '2026-11-08')).toEqual([])
    expect(gapsIn(new Set(), '2026-11-02', '2026-11-08')).toEqual([
      { from: '2026-11-02', to: '2026-11-06', weekdays: 5 },
    ])
    expect(daysBetween('2026-02-27', '2026-03-01')).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
  })

  test('are told from the first day that was counted whole', () => {
    const counted = (complete: boolean, ...days: string[]) =>
      wholeFrom({
        personId: 1001,
        total: 9000,
        oldestUtc: null,
        newestUtc: null,
        fromDay: '2026-08-30',
        toDay: '2026-11-27',
        days: days.map((day) => ({ day, recordings: 40 })),
        endpoints: [],
        read: 5000,
        unreadable: 0,
        complete,
      })
    expect(counted(true, '2026-11-10')).toBe('2026-08-30')
    expect(counted(false, '2026-10-31', '2026-11-10')).toBe('2026-11-01')
    expect(counted(false, '2026-11-27')).toBeNull()
    expect(counted(false)).toBeNull()
  })
})
