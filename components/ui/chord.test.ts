import { describe, expect, test } from 'vitest'
import { isSingleCharacter, keyCaps, matchesChord, parseChord } from './chord'

const NO_MODIFIERS = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }

function press(key: string, more: Record<string, unknown> = {}) {
  const event = { key, code: '', ...NO_MODIFIERS, getModifierState: () => false, ...more }
  return (chord: string, mac = false) => matchesChord(parseChord(chord), event, mac)
}

describe('a key press', () => {
  test('is matched by what a letter prints', () => {
    expect(press('j')('j')).toBe(true)
    expect(press('J', { shiftKey: true })('j')).toBe(false)
    expect(press('J', { shiftKey: true })('shift+j')).toBe(true)
    expect(press('j', { ctrlKey: true })('j')).toBe(false)
  })

  test('is matched by place where the layout prints no Latin letter', () => {
    expect(press('о', { code: 'KeyJ' })('j')).toBe(true)
    expect(press('к', { code: 'KeyR' })('j')).toBe(false)
    // Dvorak prints h where QWERTY has j: what is printed counts.
    expect(press('h', { code: 'KeyJ' })('j')).toBe(false)
  })

  test('of punctuation counts however the layout reaches it', () => {
    expect(press('?', { shiftKey: true })('?')).toBe(true)
    expect(press('[')('[')).toBe(true)
    const altGraph = { ctrlKey: true, altKey: true, getModifierState: () => true }
    expect(press('[', altGraph)('[')).toBe(true)
    expect(press('/', { ctrlKey: true })('/')).toBe(false)
  })

  test('with the platform’s own modifier', () => {
    expect(press('k', { ctrlKey: true })('mod+k')).toBe(true)
    expect(press('k', { metaKey: true })('mod+k', true)).toBe(true)
    expect(press('k', { metaKey: true })('mod+k')).toBe(false)
  })

  test('of a named key', () => {
    expect(press(' ')('Space')).toBe(true)
    expect(press('ArrowRight', { shiftKey: true })('shift+right')).toBe(true)
    expect(press('ArrowRight', { shiftKey: true })('right')).toBe(false)
    expect(press('+', { shiftKey: true })('+')).toBe(true)
  })
})

test('single characters are those that can be turned off', () => {
  const single = ['j', '?', '1', ','].map((keys) => isSingleCharacter(parseChord(keys)))
  expect(single).toEqual([true, true, true, true])
  const others = ['Space', 'Enter', 'mod+k', 'ArrowDown'].map((keys) =>
    isSingleCharacter(parseChord(keys)),
  )
  expect(others).toEqual([false, false, false, false])
})

test('caps read as the keyboard does', () => {
  expect(keyCaps('mod+k', true)).toEqual(['⌘', 'K'])
  expect(keyCaps('mod+k', false)).toEqual(['Ctrl', 'K'])
  expect(keyCaps('shift+right', false)).toEqual(['Shift', '→'])
  expect(keyCaps('g', false)).toEqual(['g'])
  expect(keyCaps('Space', false)).toEqual(['Space'])
})
