import { describe, expect, test } from 'vitest'
import { addDays, calendarKey, monthsOf, spanOf, spanYearOf, weeksOf } from './calendar-keys'

describe('the calendar', () => {
  test('has its weeks from Monday on, also in a leap year', () => {
    const weeks = weeksOf('2028-02-01')
    expect(weeks).toHaveLength(5)
    expect(weeks[0]).toEqual([
      null,
      '2028-02-01',
      '2028-02-02',
      '2028-02-03',
      '2028-02-04',
      '2028-02-05',
      '2028-02-06',
    ])
    expect(weeks[4]).toEqual(['2028-02-28', '2028-02-29', null, null, null, null, null])
  })

  test('begins with this month, and has every day of twelve months once', () => {
    const span = spanOf(2026, '2026-11-23')
    expect(span).toEqual({ from: '2026-11-01', to: '2027-11-01' })
    const days = monthsOf(span)
      .map((first) => weeksOf(first))
      .flat(2)
      .filter((day) => day !== null)
    expect(days).toHaveLength(365)
    expect(new Set(days).size).toBe(365)
    expect(days[0]).toBe('2026-11-01')
    expect(days.at(-1)).toBe('2027-10-31')
    expect(
      ['2026-10-31', '2026-11-01', '2027-10-31'].map((day) => spanYearOf(day, '2026-11-23')),
    ).toEqual([2025, 2026, 2026])
  })

  test.each([
    ['ArrowRight', '2027-01-31', '2027-02-01'],
    ['ArrowLeft', '2027-03-01', '2027-02-28'],
    ['ArrowDown', '2027-01-30', '2027-02-06'],
    ['ArrowUp', '2027-02-03', '2027-01-27'],
    ['Home', '2027-02-14', '2027-02-01'],
    ['End', '2027-02-14', '2027-02-28'],
    ['PageDown', '2027-01-31', '2027-02-28'],
    ['PageUp', '2027-03-31', '2027-02-28'],
    ['ArrowLeft', '2027-01-01', '2027-01-01'],
    ['PageDown', '2027-12-05', '2027-12-05'],
    ['a', '2027-12-05', null],
  ])('%s on %s goes to %s', (key, day, to) => {
    expect(calendarKey(key, day, { from: '2027-01-01', to: '2028-01-01' })).toBe(to)
  })

  test('knows no summer time: every day follows the one before', () => {
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29')
  })
})
