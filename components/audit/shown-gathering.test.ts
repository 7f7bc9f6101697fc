import { describe, expect, test } from 'vitest'
import type { Gathering } from './gather-run'
import { shownGathering } from './shown-gathering'
import { accessEvent } from './test-events'

const gathering = (change: Partial<Gathering> = {}): Gathering => ({
  state: 'waiting',
  events: [],
  progress: null,
  ledger: null,
  error: null,
  askedUtc: '2026-11-23T12:00:00.000Z',
  ...change,
})
const READ = gathering({ state: 'ended', events: [accessEvent()] })
const before = { key: 'priya', gathering: READ }
const cause = new Error('Focus is away')

describe('rows of the reading before', () => {
  test('stay while the next has none, whatever it asks', () => {
    const shown = shownGathering({ key: 'luca', gathering: gathering() }, before)
    expect(shown).toEqual({ gathering: { ...READ, state: 'waiting' }, stale: true })
  })

  test('stay where the same was asked again and nothing came of it', () => {
    const failed = gathering({ state: 'failed', error: cause })
    expect(shownGathering({ key: 'priya', gathering: failed }, before)).toEqual({
      gathering: { ...READ, state: 'failed', error: cause },
      stale: true,
    })
    const cancelled = gathering({ state: 'cancelled' })
    expect(shownGathering({ key: 'priya', gathering: cancelled }, before).stale).toBe(true)
  })

  test('never stand under another question that failed', () => {
    const failed = gathering({ state: 'failed', error: cause })
    expect(shownGathering({ key: 'luca', gathering: failed }, before)).toEqual({
      gathering: failed,
      stale: false,
    })
  })

  test('give way to whatever the next one has, and to an end without rows', () => {
    const some = gathering({ state: 'failed', events: [accessEvent({ key: 'L2' })], error: cause })
    expect(shownGathering({ key: 'priya', gathering: some }, before).gathering).toBe(some)
    const none = gathering({ state: 'ended' })
    expect(shownGathering({ key: 'priya', gathering: none }, before).gathering).toBe(none)
    expect(shownGathering({ key: 'priya', gathering: gathering() }, null).stale).toBe(false)
  })
})
