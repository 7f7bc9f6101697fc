import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RecordingSearch } from '@/lib/contract/recording-search'
import {
  DEFAULT_RECORDINGS,
  formatRecordingSearch,
  parseRecordingSearch,
  type RecordingsState,
  recordingsHref,
  toRecordingSearch,
} from './recordings-url'

const NOW = '2026-11-23T14:05:09Z'
const words = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.trim())
const end = fc.option(
  fc.constantFrom('now-7d', 'now/d', '2026-11-23', '2026-11-23T10:00:00Z', 'tomorrow'),
)
const state: fc.Arbitrary<RecordingsState> = fc.record({
  q: words,
  from: end,
  to: end,
  sort: fc.record({
    field: fc.constantFrom('start', 'duration'),
    direction: fc.constantFrom('asc', 'desc'),
  }),
  at: fc.option(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
  row: fc.option(fc.integer({ min: 0, max: 999_999_999 })),
  pane: fc.boolean(),
  columns: fc.option(fc.uniqueArray(fc.constantFrom('start', 'kind', 'parties'), { minLength: 1 })),
})

describe('the address of the recordings page', () => {
  test('carries every state there and back', () => {
    fc.assert(
      fc.property(state, (before) => {
        const link = new URL(`http://x${recordingsHref(before)}`)
        expect(parseRecordingSearch(link.searchParams)).toEqual(before)
      }),
    )
  })

  test('leaves out what is the default', () => {
    expect(formatRecordingSearch(DEFAULT_RECORDINGS).toString()).toBe('')
    expect(recordingsHref({ pane: true })).toBe('/recordings?pane=1')
  })

  test('falls back part by part for junk', () => {
    const junk = new URLSearchParams('sort=colour&at=12x&pane=yes&cols=,,&q=ok&from=')
    expect(parseRecordingSearch(junk)).toEqual({ ...DEFAULT_RECORDINGS, q: 'ok' })
  })

  test.each(['+44 7897 897897', '07897897897', '447897897897'])(
    'keeps the number %s whole',
    (q) => {
      const pasted = new URL(`http://x${recordingsHref({ q })}`)
      const found = toRecordingSearch(parseRecordingSearch(pasted.searchParams), NOW, 'UTC')
      expect(found.endpointValues).toEqual({ include: [q] })
      expect(found.text).toBeUndefined()
    },
  )

  test('a plus that someone typed into the address still finds the number', () => {
    const pasted = new URLSearchParams('q=+44 7897 897897')
    const found = toRecordingSearch(parseRecordingSearch(pasted), NOW, 'UTC')
    expect(found.endpointValues).toEqual({ include: ['44 7897 897897'] })
  })

  test('always makes a request that the contract takes', () => {
    fc.assert(
      fc.property(state, fc.string({ maxLength: 900 }), (some, q) => {
        const search = toRecordingSearch({ ...some, q }, NOW, 'Europe/London')
        expect(RecordingSearch.safeParse(search).error).toBeUndefined()
      }),
    )
  })

  test('reads a range in the zone, and a token before the button', () => {
    const range = { ...DEFAULT_RECORDINGS, from: '2026-07-01', to: '2026-07-01' }
    expect(toRecordingSearch(range, NOW, 'Europe/London').start).toEqual({
      from: '2026-06-30T23:00:00.000Z',
      to: '2026-07-01T23:00:00.000Z',
    })
    const token = toRecordingSearch({ ...range, q: 'from:now-1h to:now' }, NOW, 'UTC')
    expect(token.start).toEqual({
      from: '2026-11-23T13:05:09.000Z',
      to: '2026-11-23T14:05:09.000Z',
    })
  })
})
