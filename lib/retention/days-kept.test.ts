import { describe, expect, test } from 'vitest'
import type { RetentionGroup } from '@/lib/contract/retention'
import { daysKept, groupOf } from './days-kept'
import { expiryNow } from './expiry'

/** The vendor's own example: SMS 30 and default 3650. */
const VENDOR = [
  { mediaType: 'sms', days: 30 },
  { mediaType: 'default', days: 3650 },
]

const group = (id: number, periods: RetentionGroup['periods'], isDefault = false) => ({
  id,
  name: `Group ${id}`,
  isDefault,
  periods,
  memberCount: null,
  otherFields: {},
})

describe('the days something is kept', () => {
  test('are those of its own kind, else of the default, as in the vendor’s example', () => {
    expect(daysKept(VENDOR, 'sms')).toEqual({ days: 30 })
    expect(daysKept(VENDOR, 'phone')).toEqual({ days: 3650 })
    expect(daysKept(VENDOR, 'holo-conference')).toEqual({ days: 3650 })
    expect(daysKept(VENDOR, null)).toEqual({ days: 3650 })
  })

  test('do not depend on the order of the periods, nor on capital letters', () => {
    expect(daysKept([...VENDOR].reverse(), 'SMS')).toEqual({ days: 30 })
  })

  test('are for ever where the period has none, and unknown where no period covers the kind', () => {
    const periods = [{ mediaType: 'teams', days: null }]
    expect(daysKept(periods, 'teams')).toBe('for-ever')
    expect(daysKept(periods, 'phone')).toBe('unknown')
    expect(daysKept([], 'phone')).toBe('unknown')
  })

  test('a kind that calls itself “default” has no period of its own', () => {
    expect(daysKept(VENDOR, 'default')).toEqual({ days: 3650 })
  })
})

describe('the day a recording expires', () => {
  const groups = [group(1, VENDOR, true), group(2, [{ mediaType: 'default', days: null }])]
  const recording = {
    startUtc: '2026-01-01T23:30:00.000Z',
    kind: 'sms',
    retentionGroupId: 1,
    expiryUtc: null,
  }

  test('is its start and the days of its group', () => {
    expect(expiryNow(recording, groups)).toEqual({ day: '2026-01-31' })
    expect(expiryNow({ ...recording, kind: 'phone' }, groups)).toEqual({ day: '2035-12-30' })
  })

  test('is what Focus says where it says so', () => {
    const told = { ...recording, expiryUtc: '2027-02-03T00:00:00Z' }
    expect(expiryNow(told, groups)).toEqual({ day: '2027-02-03' })
  })

  test('is that of the default group where the recording has none', () => {
    expect(groupOf(groups, null)?.id).toBe(1)
    expect(expiryNow({ ...recording, retentionGroupId: null }, groups)).toEqual({
      day: '2026-01-31',
    })
  })

  test('never comes in a group that keeps for ever', () => {
    expect(expiryNow({ ...recording, retentionGroupId: 2 }, groups)).toBe('for-ever')
  })

  test('stays unknown for an unknown group, a missing start, or no default group', () => {
    expect(expiryNow({ ...recording, retentionGroupId: 99 }, groups)).toBe('unknown')
    expect(expiryNow({ ...recording, startUtc: null }, groups)).toBe('unknown')
    expect(expiryNow({ ...recording, retentionGroupId: null }, [])).toBe('unknown')
  })

  test('beyond the years a date is written in is for ever', () => {
    const ages = [group(1, [{ mediaType: 'default', days: 4_000_000 }])]
    expect(expiryNow(recording, ages)).toBe('for-ever')
    const beyond = [group(1, [{ mediaType: 'default', days: 1e15 }])]
    expect(expiryNow(recording, beyond)).not.toHaveProperty('day')
  })
})
