import { expect, test } from 'vitest'
import { type RowCommands, tableKey } from './table-keys'

function press(
  key: string,
  activeIndex: number | null,
  options: { shift?: boolean; preview?: boolean } = {},
) {
  const done: string[] = []
  const commands: RowCommands = {
    activate: (index) => done.push(`activate ${index}`),
    open: (index) => done.push(`open ${index}`),
    preview: options.preview === false ? null : (index) => done.push(`preview ${index}`),
    check: (index, range) => done.push(`check ${index}${range ? ' range' : ''}`),
    press: (index) => done.push(`press ${index}`),
  }
  const event = {
    key,
    shiftKey: options.shift ?? false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
  }
  const taken = tableKey(event, { activeIndex, count: 100, page: 20, first: 5 }, commands)
  return taken ? done.join() : null
}

test('moves through rows and stays within the list', () => {
  expect(press('j', 3)).toBe('activate 4')
  expect(press('ArrowUp', 0)).toBe('activate 0')
  expect(press('k', 9)).toBe('activate 8')
  expect(press('PageDown', 90)).toBe('activate 99')
  expect(press('Home', 50)).toBe('activate 0')
  expect(press('End', 50)).toBe('activate 99')
})

test('begins at the first row on screen', () => {
  expect(press('j', null)).toBe('activate 5')
  expect(press('Enter', null)).toBeNull()
})

test('opens, previews and selects', () => {
  expect(press('Enter', 7)).toBe('open 7')
  expect(press(' ', 7)).toBe('preview 7')
  expect(press('x', 7)).toBe('check 7')
  expect(press('X', 7, { shift: true })).toBe('check 7 range')
})

test('leaves Space alone where it plays, and every other key', () => {
  expect(press(' ', 7, { preview: false })).toBeNull()
  expect(press('q', 7)).toBeNull()
})
