import { describe, expect, test } from 'vitest'
import { rangeMistake, rangeWords, resolveInstant } from './time-range'

const NOW = '2026-11-23T14:05:09Z'
const from = (text: string, zone = 'UTC', now = NOW) => resolveInstant(text, 'from', now, zone)
const to = (text: string, zone = 'UTC', now = NOW) => resolveInstant(text, 'to', now, zone)

describe('an end of a time range', () => {
  test('relative to now', () => {
    expect(from('now')).toBe('2026-11-23T14:05:09.000Z')
    expect(from('now-6h')).toBe('2026-11-23T08:05:09.000Z')
    expect(from('now/d')).toBe('2026-11-23T00:00:00.000Z')
    expect(to('now/d')).toBe('2026-11-24T00:00:00.000Z')
    expect(from('now-1d/d')).toBe('2026-11-22T00:00:00.000Z')
    expect(to('now-1d/d')).toBe('2026-11-23T00:00:00.000Z')
    expect(from('now/w')).toBe('2026-11-23T00:00:00.000Z')
    expect(to('now/M')).toBe('2026-12-01T00:00:00.000Z')
    expect(from('now/y')).toBe('2026-01-01T00:00:00.000Z')
  })

  test('a day of London begins at its own midnight, in summer an hour before UTC', () => {
    const july = '2026-07-10T12:00:00Z'
    expect(from('now/d', 'Europe/London', july)).toBe('2026-07-09T23:00:00.000Z')
    expect(from('2026-07-10', 'Europe/London')).toBe('2026-07-09T23:00:00.000Z')
    expect(to('2026-07-10', 'Europe/London')).toBe('2026-07-10T23:00:00.000Z')
  })

  test('days follow the wall clock over the end of summer time, hours do not', () => {
    const monday = '2026-10-26T12:00:00Z'
    expect(from('now-2d', 'Europe/London', monday)).toBe('2026-10-24T11:00:00.000Z')
    expect(from('now-48h', 'Europe/London', monday)).toBe('2026-10-24T12:00:00.000Z')
    expect(from('now/d', 'Europe/London', '2026-10-25T18:00:00Z')).toBe('2026-10-24T23:00:00.000Z')
    expect(to('now/d', 'Europe/London', '2026-10-25T18:00:00Z')).toBe('2026-10-26T00:00:00.000Z')
  })

  test('a wall-clock time that is skipped comes after the gap, one shown twice is the first', () => {
    expect(from('2026-03-29 01:30', 'Europe/London')).toBe('2026-03-29T01:30:00.000Z')
    expect(from('2026-10-25 01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z')
  })

  test('an instant is itself in every zone', () => {
    expect(from('2026-11-23T10:00:00Z', 'Asia/Tokyo')).toBe('2026-11-23T10:00:00.000Z')
    expect(from('2026-11-23T10:00:00+01:00')).toBe('2026-11-23T09:00:00.000Z')
  })

  test.each([
    '',
    'yesterday',
    'now-',
    'now-3x',
    '2026-02-30',
    '2026-13-01',
    '23/11/2026',
    'now-99999y',
  ])('%s is none', (text) => {
    expect(from(text)).toBeNull()
  })
})

describe('a range', () => {
  test('in words', () => {
    expect(rangeWords({ from: null, to: null })).toBe('Any time')
    expect(rangeWords({ from: 'now-7d', to: null })).toBe('Last 7 days')
    expect(rangeWords({ from: 'now-6h', to: null })).toBe('Last 6 hours')
    expect(rangeWords({ from: '2026-11-01', to: '2026-11-20' })).toBe('2026-11-01 to 2026-11-20')
  })

  test('says what is wrong with it', () => {
    expect(rangeMistake({ from: 'now-1d', to: 'now' }, NOW, 'UTC')).toBeNull()
    expect(rangeMistake({ from: 'soon', to: null }, NOW, 'UTC')).toContain('“soon” is no time')
    expect(rangeMistake({ from: 'now', to: 'now-1d' }, NOW, 'UTC')).toContain('before it begins')
  })
})
