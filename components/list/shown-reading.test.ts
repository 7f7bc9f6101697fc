import { describe, expect, test } from 'vitest'
import { shownReading } from './shown-reading'

type Reading = { state: string; rows: string[]; error: unknown }
const reading = (change: Partial<Reading> = {}): Reading => ({
  state: 'waiting',
  rows: [],
  error: null,
  ...change,
})
const hasRows = ({ rows }: Reading) => rows.length > 0
const READ = reading({ state: 'ended', rows: ['one'] })
const before = { key: 'priya', shown: READ }
const cause = new Error('Focus is away')

describe('what was read before', () => {
  test('stays while the next has nothing, whatever it asks', () => {
    expect(shownReading({ key: 'luca', shown: reading() }, before, hasRows)).toEqual({
      shown: { ...READ, state: 'waiting' },
      stale: true,
    })
  })

  test('stays where the same was asked again and nothing came of it', () => {
    const failed = reading({ state: 'failed', error: cause })
    expect(shownReading({ key: 'priya', shown: failed }, before, hasRows)).toEqual({
      shown: { ...READ, state: 'failed', error: cause },
      stale: true,
    })
    const cancelled = reading({ state: 'cancelled' })
    expect(shownReading({ key: 'priya', shown: cancelled }, before, hasRows).stale).toBe(true)
  })

  test('never stands under another question that failed', () => {
    const failed = reading({ state: 'failed', error: cause })
    expect(shownReading({ key: 'luca', shown: failed }, before, hasRows)).toEqual({
      shown: failed,
      stale: false,
    })
  })

  test('gives way to whatever the next one has, and to an end with nothing', () => {
    const some = reading({ state: 'failed', rows: ['two'], error: cause })
    expect(shownReading({ key: 'priya', shown: some }, before, hasRows).shown).toBe(some)
    const none = reading({ state: 'ended' })
    expect(shownReading({ key: 'priya', shown: none }, before, hasRows).shown).toBe(none)
    expect(shownReading({ key: 'priya', shown: reading() }, null, hasRows).stale).toBe(false)
  })
})
