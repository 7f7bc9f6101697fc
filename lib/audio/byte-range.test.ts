import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSpanOf, spanOf } from './byte-range'

test.each([
  [null, 'whole'],
  ['bytes=0-', { start: 0, end: 100 }],
  ['bytes=10-19', { start: 10, end: 20 }],
  ['bytes=90-900', { start: 90, end: 100 }],
  ['bytes=-5', { start: 95, end: 100 }],
  ['bytes=-500', { start: 0, end: 100 }],
  ['bytes=5-7, 20-30', { start: 5, end: 8 }],
  ['bytes=200-300, 20-30', { start: 20, end: 31 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=', 'whole'],
  ['bytes=a-b', 'whole'],
  ['lines=1-2', 'whole'],
] as const)('%s of 100 bytes', (range, expected) => {
  expect(spanOf(range, 100)).toEqual(expected)
})

test('a body of no bytes satisfies no range', () => {
  expect(spanOf('bytes=0-', 0)).toBe('unsatisfiable')
  expect(spanOf('bytes=-1', 0)).toBe('unsatisfiable')
})

test('whatever is asked, the span lies within the body', () => {
  const part = fc.option(fc.nat(300), { nil: '' as const })
  fc.assert(
    fc.property(part, part, fc.nat(200), (first, last, total) => {
      const span = spanOf(`bytes=${first}-${last}`, total)
      if (typeof span === 'string') return
      expect(span.start).toBeGreaterThanOrEqual(0)
      expect(span.end).toBeLessThanOrEqual(total)
      expect(span.start).toBeLessThan(span.end)
    }),
  )
})

test.each([
  [null, { kind: 'whole' }],
  ['bytes=0-', { kind: 'from', start: 0, end: null }],
  ['bytes=5-9', { kind: 'from', start: 5, end: 10 }],
  ['bytes=9-5', { kind: 'whole' }],
  ['bytes=-9', { kind: 'needs-total' }],
  ['bytes=-', { kind: 'whole' }],
] as const)('%s of a body without a known end', (range, expected) => {
  expect(openSpanOf(range)).toEqual(expected)
})
