import { describe, expect, test } from 'vitest'
import type { AccessEvent } from '@/lib/contract/access-event'
import { accessEvent, person } from './test-events'
import { axisTicks } from './timeline-axis'
import { lanesOf, markPixels, nearestEvent } from './timeline-lanes'

const DAY = Date.UTC(2026, 10, 23)
const HOUR = 3_600_000
const at = (hours: number) => new Date(DAY + hours * HOUR).toISOString()
const by = (who: string, hours: number, change: Partial<AccessEvent> = {}) =>
  accessEvent({ key: `${who}${hours}`, who: person(who), timeUtc: at(hours), ...change })

describe('lanes', () => {
  test('nobody first, then those who did most, the rest together', () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      Array.from({ length: 20 - i }, (_, n) => by(`p${i}`, n)),
    ).flat()
    const nobody = accessEvent({ who: { kind: 'nobody', username: 'svc' }, unexplained: true })
    const lanes = lanesOf([...many, nobody])
    expect(lanes.map(({ name }) => name)).toEqual([
      'No person found',
      ...Array.from({ length: 7 }, (_, i) => `p${i}`),
      '5 others',
    ])
    expect(lanes.at(-1)?.count).toBe(13 + 12 + 11 + 10 + 9)
  })

  test('nine need no "others"', () => {
    expect(lanesOf(Array.from({ length: 9 }, (_, i) => by(`p${i}`, 1)))).toHaveLength(9)
  })
})

describe('pixels', () => {
  const range = { fromMs: DAY, toMs: DAY + 24 * HOUR }

  test('show the weightiest of what happened there', () => {
    const events = [
      by('a', 0, { action: 'view' }),
      by('a', 0.1, { action: 'play' }),
      by('b', 12, { action: 'play' }),
      by('b', 12.2, { decision: 'refused' }),
      by('a', 24, { action: 'download' }),
    ]
    const lanes = lanesOf(events)
    const [a, b] = ['a', 'b'].map((name) => lanes.findIndex((lane) => lane.name === name))
    const pixels = markPixels(events, lanes, range, 24)
    expect(
      [...(pixels[a ?? -1] ?? [])].map((mark, x) => [x, mark]).filter(([, mark]) => mark),
    ).toEqual([[0, 3]])
    expect(pixels[b ?? -1]?.[12]).toBe(5)
  })

  test('the event pressed is the nearest of its own lane', () => {
    const events = [by('a', 1), by('b', 2), by('a', 3)]
    const lanes = lanesOf(events)
    const a = lanes.findIndex((lane) => lane.name === 'a')
    const near = (hours: number) =>
      nearestEvent(events, lanes, a, DAY + hours * HOUR, HOUR)?.key ?? null
    expect([near(1.2), near(2.1), near(2.5), near(5)]).toEqual(['a1', 'a3', 'a3', null])
  })

  test('no width, no pixels', () => {
    expect(markPixels([by('a', 1)], lanesOf([by('a', 1)]), range, 0)[0]).toHaveLength(0)
  })
})

describe('the axis', () => {
  const labels = (days: number, width: number, zone: string) =>
    axisTicks({ fromMs: DAY, toMs: DAY + days * 24 * HOUR }, width, zone).map(({ label }) => label)

  test('a week in days', () => {
    expect(labels(7, 1000, 'UTC')).toEqual([
      'Mon 23',
      'Tue 24',
      'Wed 25',
      'Thu 26',
      'Fri 27',
      'Sat 28',
      'Sun 29',
    ])
  })

  test('a day in hours, on the clock of the zone', () => {
    expect(labels(1, 800, 'UTC')).toEqual([
      'Mon 23',
      '03:00',
      '06:00',
      '09:00',
      '12:00',
      '15:00',
      '18:00',
      '21:00',
    ])
    expect(labels(1, 800, 'Asia/Kolkata').slice(0, 2)).toEqual(['06:00', '09:00'])
  })

  test('a day that loses an hour keeps its round hours', () => {
    const spring = Date.UTC(2026, 2, 29)
    const range = { fromMs: spring, toMs: spring + 23 * HOUR }
    expect(axisTicks(range, 800, 'Europe/London').map(({ label }) => label)).toContain('06:00')
  })

  test('a range that begins between two milliseconds', () => {
    const range = { fromMs: DAY + 0.4, toMs: DAY + 24 * HOUR }
    expect(axisTicks(range, 800, 'UTC')[0]?.label).toBe('03:00')
  })

  test('years in months, and nothing where there is no room', () => {
    expect(labels(400, 1000, 'UTC')[0]).toBe('Jan 2027')
    expect(labels(7, 50, 'UTC')).toEqual([])
  })
})
