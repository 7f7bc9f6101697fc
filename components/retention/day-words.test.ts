import { expect, test } from 'vitest'
import { dayFate } from './day-words'

test.each([
  [0, false, 'Nothing is to be deleted on it as things are.'],
  [1, false, '1 recording is to be deleted on it.'],
  [2, false, '2 recordings are to be deleted on it.'],
  [1, true, 'This day has come. 1 recording was to be deleted on it.'],
  [2, true, 'This day has come. 2 recordings were to be deleted on it.'],
])('%i recordings, the day past: %s', (due, past, words) => {
  expect(dayFate(due, past)).toBe(words)
})
