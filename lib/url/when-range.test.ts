import { expect, test } from 'vitest'
import { isWhen, parseWhen, whenMistake } from './when-range'

const NOW = '2026-11-25T12:00:00.000Z'

test.each([
  ['<now-30d', '2026-10-01T00:00:00Z', true],
  ['<now-30d', '2026-11-20T00:00:00Z', false],
  ['<now-30d', null, false],
  ['>2026-11-01', '2026-11-01T00:00:00Z', true],
  ['>2026-11-01', '2026-10-31T23:59:59Z', false],
  ['never', null, true],
  ['never', '2026-10-01T00:00:00Z', false],
])('%s of %s is %s', (text, utc, is) => {
  const when = parseWhen(text, NOW, 'UTC')
  expect(when === null ? null : isWhen(when, utc)).toBe(is)
})

test('a time that cannot be read is told', () => {
  expect(whenMistake('yesterday')).toContain('never')
  expect(whenMistake('>now-30d')).toBeNull()
})
