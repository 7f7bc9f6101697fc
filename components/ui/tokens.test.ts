import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')

function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`\n${selector} {`)
  const block = css.slice(start, css.indexOf('\n}', start))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map((match) => [match[1], match[2]]),
  )
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT = ['ink', 'muted', 'faint', 'accent', 'internal', 'external', 'overlap', 'danger', 'ok']
const GROUNDS = ['page', 'panel', 'sunk', 'accent-ground', 'danger-ground']

describe.each([
  ['light', ':root'],
  ['dark', '[data-theme="dark"]'],
])('in the %s theme', (_, selector) => {
  const tokens = tokensOf(selector)
  const pairs = TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const))
  const between = (a: string, b: string) => contrast(tokens[a] ?? '', tokens[b] ?? '')

  test.each(pairs)('%s reaches 4.5:1 on %s', (text, ground) => {
    expect(between(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test('ink on a mark, words on the accent, edges of controls', () => {
    expect(between('ink', 'mark')).toBeGreaterThanOrEqual(4.5)
    expect(between('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5)
    expect(between('line-strong', 'panel')).toBeGreaterThanOrEqual(3)
  })
})
