import { expect, test } from 'vitest'
import { segmentsOf } from './segments'

const text = 'held for twelve'
const words = [
  { from: 0, to: 4 },
  { from: 5, to: 8 },
  { from: 9, to: 15 },
]

test('cuts a text at words and hits and loses nothing', () => {
  const segments = segmentsOf(text, words, [{ from: 2, to: 7 }])
  expect(segments.map((segment) => segment.text).join('')).toBe(text)
  expect(segments.map(({ text: part, word, hit }) => [part, word, hit])).toEqual([
    ['he', 0, -1],
    ['ld', 0, 0],
    [' ', -1, 0],
    ['fo', 1, 0],
    ['r', 1, -1],
    [' ', -1, -1],
    ['twelve', 2, -1],
  ])
})

test('a text without words or hits is one piece, an empty one none', () => {
  expect(segmentsOf(text, [], [])).toEqual([{ from: 0, text, word: -1, hit: -1 }])
  expect(segmentsOf('', [], [])).toEqual([])
})
