import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeReturnPath, signInHref } from './pages'
import { parseRecordingId, parseRecordingPlace, recordingHref } from './recording-url'

describe('a link to a recording', () => {
  test('carries its second or range there and back', () => {
    const ms = fc.integer({ min: 0, max: 36_000_000 })
    fc.assert(
      fc.property(ms, fc.integer({ min: 1, max: 600_000 }), fc.boolean(), (atMs, length, range) => {
        const place = range ? { atMs, toMs: atMs + length } : { atMs }
        const link = new URL(`http://x${recordingHref(12, place)}`)
        expect(link.pathname).toBe('/recordings/12')
        expect(parseRecordingPlace(link.searchParams)).toEqual(place)
      }),
    )
  })

  test('reads as a person writes it', () => {
    expect(recordingHref(123, { atMs: 72_500, toMs: 80_000 })).toBe('/recordings/123?t=72.5-80')
    expect(recordingHref(123, { q: 'a+b' })).toBe('/recordings/123?q=a%2Bb')
    expect(parseRecordingPlace(new URLSearchParams('t=80-72'))).toEqual({ atMs: 80_000 })
    expect(parseRecordingPlace(new URLSearchParams('t=soon'))).toEqual({})
  })

  test('an id is a whole number', () => {
    expect(['1', '0', '01', 'x', '9007199254740993', '-4'].map(parseRecordingId)).toEqual([
      1,
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('the way back from sign-in', () => {
  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'x',
    null,
  ])('%j leads to the front door', (path) => {
    expect(safeReturnPath(path)).toBe('/')
  })

  test('keeps a page with its state', () => {
    expect(signInHref('/recordings?q=%2B44')).toBe(
      '/sign-in?callbackUrl=%2Frecordings%3Fq%3D%252B44',
    )
    expect(signInHref('/')).toBe('/sign-in')
  })
})
