import { describe, expect, test } from 'vitest'
import type { ExpiryCount, ForecastLine, MoveEffect } from '@/lib/contract/retention'
import { daysWords, yearsWords } from '@/lib/format/days'
import { type Forecast, ForecastRun } from './forecast-run'
import { shadeOf, shortCount, sumOfDays, tallyByDay, yearsOf } from './forecast-tally'
import { extentWords, heldWords } from './forecast-words'
import { moveSentences } from './move-words'
import { dayWords, periodFor } from './period-words'

const count = (day: string, facts: Partial<ExpiryCount> = {}): ExpiryCount => ({
  day,
  retentionGroupId: 41,
  kind: 'phone',
  held: false,
  world: 'now',
  recordings: 1,
  durationMs: 1000,
  ...facts,
})

const progress = (read: number): ForecastLine => ({
  type: 'progress',
  read,
  total: 2,
  unreadable: 0,
  neverExpires: 0,
  unknown: 0,
  past: 0,
  move: null,
  afterMove: null,
})

test('the lines of a forecast are added up, and stay when it fails', async () => {
  const run = new ForecastRun(
    async (_request, _signal, onLine) => {
      onLine({ type: 'counts', counts: [count('2027-01-01'), count('2027-01-02')] })
      onLine(progress(2))
      onLine({ type: 'counts', counts: [count('2027-01-01', { recordings: 4 })] })
      throw new Error('cut off')
    },
    {},
    '2026-11-23T12:00:00.000Z',
  )
  await run.start()
  const { state, counts, progress: last, end } = run.read()
  expect(state).toBe('failed')
  expect(last?.read).toBe(2)
  expect(end).toBeNull()
  expect([...counts.values()].map(({ day, recordings }) => [day, recordings])).toEqual([
    ['2027-01-01', 5],
    ['2027-01-02', 1],
  ])
})

test('a cancelled forecast is not a failed one', async () => {
  const run = new ForecastRun(
    (_request, signal) =>
      new Promise(
        (_done, refuse) => signal.addEventListener('abort', () => refuse(signal.reason as Error)), // an abort's reason is an error
      ),
    {},
    '2026-11-23T12:00:00.000Z',
  )
  const ended = run.start()
  run.cancel()
  await ended
  expect(run.read()).toMatchObject({ state: 'cancelled', error: null })
})

test('days hold both worlds apart, and what is on hold apart from the rest', () => {
  const days = tallyByDay([
    count('2027-01-02', { recordings: 3 }),
    count('2026-01-01', { held: true, recordings: 2 }),
    count('2027-01-02', { kind: 'sms', recordings: 4 }),
    count('2027-01-02', { world: 'what-if', recordings: 9 }),
  ])
  expect([...days.keys()]).toEqual(['2026-01-01', '2027-01-02'])
  expect(days.get('2027-01-02')).toMatchObject({
    now: { due: 7, held: 0 },
    'what-if': { due: 9, held: 0 },
  })
  expect(sumOfDays(days.values(), 'now', { to: '2026-11-23' })).toEqual({ due: 0, held: 2 })
  expect(sumOfDays(days.values(), 'now', { from: '2026-11-23' })).toEqual({ due: 7, held: 0 })
  expect(yearsOf(days.values(), '2026-11-23')).toEqual([2025, 2026])
})

test('shades and short counts', () => {
  expect([0, 1, 25, 50, 100].map((amount) => shadeOf(amount, 100))).toEqual([0, 1, 2, 3, 4])
  expect([7, 999, 1000, 1299, 12_345].map(shortCount)).toEqual(['7', '999', '1k', '1.2k', '12k'])
})

test('a move is told in sentences, without its empty parts', () => {
  const none: MoveEffect = {
    recordings: 0,
    atOnce: 0,
    earlier: 0,
    later: 0,
    same: 0,
    alreadyPast: 0,
    held: 0,
    unknown: 0,
  }
  expect(moveSentences(none, 'Board')[0]?.text).toContain('Nothing would move')
  const effect = { ...none, recordings: 1204, atOnce: 1200, held: 3, later: 1 }
  expect(moveSentences(effect, 'Board').map(({ text }) => text)).toEqual([
    '1,200 recordings would be deleted at once.',
    '1 recording would be kept longer than now.',
    '3 recordings on hold would stay until the hold is lifted.',
  ])
})

test('periods in words; a kind without one takes the default’s', () => {
  expect([1, 30, 3650, null].map(daysWords)).toEqual(['1 day', '30 days', '3,650 days', 'for ever'])
  expect([30, 3650, 1825, 912, null].map(yearsWords)).toEqual([
    null,
    'about 10 years',
    'about 5 years',
    'about 2.5 years',
    null,
  ])
  expect(dayWords('2027-02-08')).toBe('8 Feb 2027')
  const group = {
    id: 1,
    name: null,
    isDefault: false,
    memberCount: null,
    otherFields: {},
    periods: [
      { mediaType: 'sms', days: 30 },
      { mediaType: 'default', days: 3650 },
    ],
  }
  expect(periodFor(group, 'sms')).toMatchObject({ own: true, period: { days: 30 } })
  expect(periodFor(group, 'phone')).toMatchObject({ own: false, period: { days: 3650 } })
})

describe('how far a forecast went is told truly', () => {
  const said = (facts: Partial<Forecast>, lines: { read: number; total: number | null }) => {
    const last = progress(lines.read)
    if (last.type !== 'progress') throw new Error('That is no progress')
    return extentWords({
      state: 'ended',
      counts: new Map(),
      progress: { ...last, total: lines.total, unreadable: 1 },
      end: null,
      error: null,
      askedUtc: '2026-11-23T12:00:00.000Z',
      ...facts,
    })
  }
  const end = {
    type: 'end',
    complete: true,
    oldestUtc: '2025-10-26T08:00:00.000Z',
    newestUtc: '2026-11-23T11:00:00.000Z',
    examples: [],
  } as const

  test.each([
    [
      { end: { ...end, examples: [] } },
      1999,
      2000,
      'All 1,999 recordings read, 26 Oct 2025 to 23 Nov 2026. 1 more could not be read.',
    ],
    [
      { end: { ...end, complete: false, examples: [] } },
      1999,
      48_213,
      '1,999 of 48,213 recordings read, the oldest first, 26 Oct 2025 to 23 Nov 2026; the calendar counts these. 1 more could not be read.',
    ],
    [
      { state: 'cancelled' },
      400,
      2000,
      'Stopped at 400 of 2,000 recordings; the calendar counts these. 1 more could not be read.',
    ],
    [
      { state: 'reading' },
      400,
      null,
      '400 recordings read so far, the oldest first. 1 more could not be read.',
    ],
  ] as const)('%j', (facts, read, total, words) => {
    expect(said(facts as Partial<Forecast>, { read, total })).toBe(words) // read-only parts of the table above
  })

  test('what only a hold keeps is told apart by its day', () => {
    expect(heldWords(0, 0)).toBeNull()
    expect(heldWords(3, 0)).toBe(
      '3 recordings on hold: 3 would be deleted when the hold is lifted.',
    )
    expect(heldWords(1, 2)).toBe(
      '3 recordings on hold: 1 would be deleted when the hold is lifted, 2 not before a day to come.',
    )
  })
})
