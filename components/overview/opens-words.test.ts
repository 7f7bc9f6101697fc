import { expect, test } from 'vitest'
import { opensNote } from './opens-words'

test('only links that open less than they count are told of, by the most that one opens', () => {
  expect(opensNote([{ href: '/' }, { href: null }])).toBeNull()
  expect(opensNote([{ href: '/' }, { href: '/', opens: 571 }, { href: '/', opens: 1_000 }])).toBe(
    'A link opens at most the newest 1,000.',
  )
})
