import { describe, expect, test } from 'vitest'
import type { TalliedRecording } from '@/lib/contract/recording-tally'
import { parseDurationRange } from '@/lib/url/duration-range'
import { DURATION_STEPS, MOST_NAMED, RecordingTally } from './tally'

const recording = (over: Partial<TalliedRecording>): TalliedRecording => ({
  id: 1,
  kind: 'phone',
  startUtc: '2026-11-23T10:20:00Z',
  durationMs: 60_000,
  hasTranscript: true,
  parties: [],
  ...over,
})

function tallyOf(recordings: Partial<TalliedRecording>[], timeZone = 'UTC') {
  const tally = new RecordingTally(timeZone)
  tally.add(recordings.map(recording))
  return tally.read()
}

describe('a tally', () => {
  test('counts by day and kind, and shows the days between that had none', () => {
    const { days, kinds } = tallyOf([
      { startUtc: '2026-11-20T10:00:00Z' },
      { startUtc: '2026-11-22T23:59:59Z', kind: 'sms' },
      { startUtc: '2026-11-22T00:00:00Z', kind: 'sms' },
    ])
    expect(days).toEqual([
      { day: '2026-11-20', kinds: { phone: 1 } },
      { day: '2026-11-21', kinds: {} },
      { day: '2026-11-22', kinds: { sms: 2 } },
    ])
    expect(kinds).toEqual(['sms', 'phone'])
  })

  test('takes day and hour from the zone, across a change of summer time and with half hours', () => {
    const at = (startUtc: string, timeZone: string) => {
      const { days, hours } = tallyOf([{ id: 7, startUtc }], timeZone)
      const weekday = hours.findIndex((cells) => cells.some(({ count }) => count > 0))
      const hour = hours[weekday]?.findIndex(({ count }) => count > 0)
      return [days[0]?.day, weekday, hour]
    }
    expect(at('2026-11-22T23:30:00Z', 'Europe/Paris')).toEqual(['2026-11-23', 0, 0])
    expect(at('2026-10-25T00:30:00Z', 'Europe/London')).toEqual(['2026-10-25', 6, 1])
    expect(at('2026-10-25T01:30:00Z', 'Europe/London')).toEqual(['2026-10-25', 6, 1])
    expect(at('2026-11-23T18:45:00Z', 'Asia/Kolkata')).toEqual(['2026-11-24', 1, 0])
  })

  test('keeps the newest ids behind an hour as far as a search takes them', () => {
    const { hours } = tallyOf(Array.from({ length: MOST_NAMED + 50 }, (_, id) => ({ id: id + 1 })))
    const cell = hours[0]?.[10]
    expect(cell?.count).toBe(MOST_NAMED + 50)
    expect(cell?.ids).toHaveLength(MOST_NAMED)
  })

  test('puts each length in the step whose token finds it again', () => {
    for (const durationMs of [0, 29_999, 30_000, 59_000, 60_000, 599_000, 3_599_000, 3_600_000]) {
      const { durations } = tallyOf([{ durationMs }])
      const step = DURATION_STEPS[durations.indexOf(1)]
      const range = parseDurationRange(step?.token.slice(4) ?? '')
      const whole = Math.floor(durationMs / 1000) * 1000
      expect(whole).toBeGreaterThanOrEqual(range?.min ?? 0)
      expect(whole).toBeLessThanOrEqual(range?.max ?? Number.POSITIVE_INFINITY)
    }
    expect(tallyOf([{ durationMs: null }]).durations.every((count) => count === 0)).toBe(true)
  })

  test('counts somebody once a recording, the busiest first', () => {
    const party = (personId: number | null, personName: string | null, value: string | null) => ({
      personId,
      personName,
      value,
    })
    const { people, endpoints } = tallyOf([
      { parties: [party(1, 'Ann', '441'), party(1, 'Ann', '442'), party(2, null, null)] },
      { id: 2, parties: [party(2, null, '441')], durationMs: null },
    ])
    expect(people).toEqual([
      { personId: 2, name: 'Person 2', count: 2, ids: [1, 2], durationMs: 60_000 },
      { personId: 1, name: 'Ann', count: 1, ids: [1], durationMs: 60_000 },
    ])
    expect(endpoints.map(({ value, count }) => [value, count])).toEqual([
      ['441', 2],
      ['442', 1],
    ])
  })

  test('tells transcripts that are missing from those nobody speaks of', () => {
    const { transcripts, undated, recordings, oldestUtc } = tallyOf([
      { hasTranscript: true },
      { hasTranscript: false },
      { hasTranscript: null, startUtc: null, kind: null },
    ])
    expect(transcripts).toEqual([
      { kind: 'phone', with: 1, without: 1, unknown: 0 },
      { kind: '', with: 0, without: 0, unknown: 1 },
    ])
    expect([recordings, undated]).toEqual([3, 1])
    expect(oldestUtc).toBe('2026-11-23T10:20:00Z')
  })
})
