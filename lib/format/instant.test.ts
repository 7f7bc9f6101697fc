import { describe, expect, test } from 'vitest'
import { formatInstant, otherZone, wallClock, zoneName } from './instant'

const WINTER = '2026-11-23T14:05:09Z'
const SUMMER = '2026-07-01T23:30:00.500Z'

describe('an instant', () => {
  test.each([
    ['full', '23 Nov 2026, 14:05:09'],
    ['minute', '23 Nov 2026, 14:05'],
    ['date', '23 Nov 2026'],
    ['short-date', '23 Nov'],
    ['time', '14:05:09'],
  ] as const)('in the style %s', (style, text) => {
    expect(formatInstant(WINTER, 'utc', style)).toBe(text)
  })

  test('stands on the clock of the reader’s zone, over the day’s edge', () => {
    expect(formatInstant(SUMMER, 'local', 'full', 'Europe/London')).toBe('2 Jul 2026, 00:30:00')
    expect(formatInstant(SUMMER, 'local', 'full', 'America/New_York')).toBe('1 Jul 2026, 19:30:00')
    expect(formatInstant(SUMMER, 'utc', 'full', 'America/New_York')).toBe('1 Jul 2026, 23:30:00')
  })

  test('follows summer time hour by hour', () => {
    const clock = (utc: string) => formatInstant(utc, 'local', 'time', 'Europe/London')
    expect(clock('2026-10-25T00:59:59Z')).toBe('01:59:59')
    expect(clock('2026-10-25T01:00:00Z')).toBe('01:00:00')
    expect(clock('2026-03-29T00:59:59Z')).toBe('00:59:59')
    expect(clock('2026-03-29T01:00:00Z')).toBe('02:00:00')
  })

  test('midnight is 00, never 24', () => {
    expect(formatInstant('2026-11-23T00:00:00Z', 'utc', 'time')).toBe('00:00:00')
  })

  test('names every month by three letters', () => {
    const months = Array.from({ length: 12 }, (_, month) =>
      formatInstant(`2026-${String(month + 1).padStart(2, '0')}-09T00:00:00Z`, 'utc', 'short-date'),
    )
    expect(months.join()).toBe(
      '9 Jan,9 Feb,9 Mar,9 Apr,9 May,9 Jun,9 Jul,9 Aug,9 Sep,9 Oct,9 Nov,9 Dec',
    )
  })

  test('that is none comes back as it came', () => {
    expect(formatInstant('yesterday', 'utc')).toBe('yesterday')
    expect(wallClock('', 'utc')).toBeNull()
  })
})

test('a zone in words', () => {
  expect(zoneName('utc')).toBe('UTC')
  expect(zoneName('local', WINTER, 'Europe/London')).toBe('London · GMT')
  expect(zoneName('local', SUMMER, 'Europe/London')).toBe('London · BST')
  expect(zoneName('local', WINTER, 'America/New_York')).toBe('New York · GMT-5')
  expect(zoneName('local', WINTER, 'UTC')).toBe('UTC')
})

test('the other zone, for a tooltip', () => {
  expect(otherZone(SUMMER, 'local', 'Europe/London')).toBe('1 Jul 2026, 23:30:00 UTC')
  expect(otherZone(SUMMER, 'utc', 'Europe/London')).toBe('2 Jul 2026, 00:30:00 London · BST')
})
