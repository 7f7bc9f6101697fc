import { expect, test } from 'vitest'
import type { ExpiryCount } from '@/lib/contract/retention'
import type { Forecast } from './forecast-run'
import { shownForecast } from './shown-forecast'

const forecast = (change: Partial<Forecast> = {}): Forecast => ({
  state: 'waiting',
  counts: new Map(),
  progress: null,
  end: null,
  error: null,
  askedUtc: '2026-11-23T12:00:00.000Z',
  ...change,
})
const count: ExpiryCount = {
  day: '2026-12-01',
  world: 'now',
  retentionGroupId: 41,
  kind: 'phone',
  held: false,
  recordings: 3,
  durationMs: 60_000,
}
const READ = forecast({ state: 'ended', counts: new Map([['one', count]]) })
const before = { key: 'all', forecast: READ }
const cause = new Error('Focus is away')

test('numbers stay where the same was read again and nothing came of it, never under another question', () => {
  const failed = forecast({ state: 'failed', error: cause })
  expect(shownForecast({ key: 'all', forecast: failed }, before)).toEqual({
    forecast: { ...READ, state: 'failed', error: cause },
    stale: true,
  })
  expect(shownForecast({ key: 'phone', forecast: failed }, before)).toEqual({
    forecast: failed,
    stale: false,
  })
  const waiting = forecast()
  expect(shownForecast({ key: 'phone', forecast: waiting }, before).stale).toBe(true)
  const none = forecast({ state: 'ended' })
  expect(shownForecast({ key: 'all', forecast: none }, before).forecast).toBe(none)
})
