import { expect, test } from 'vitest'
import { SaveViewRequest } from './saved-view'

const VIEW = {
  id: null,
  knownUtc: null,
  page: 'recordings',
  name: 'Long calls',
  query: 'q=a',
  sharedWith: null,
}
const takes = (change: Partial<Record<keyof typeof VIEW, string>>) =>
  SaveViewRequest.safeParse({ ...VIEW, ...change }).success

test('a name may be in any script, and the query is what an address holds', () => {
  expect(takes({ name: 'Größe — 通話 💬' })).toBe(true)
  expect(takes({ query: 'q=dur%3A%3E10m&cols=a%2Cb' })).toBe(true)
})

test('what PostgreSQL cannot keep, or a line of text cannot show, is refused', () => {
  for (const character of ['\0', '\n', '\u001b', '\u0085']) {
    expect(takes({ name: `a${character}b` })).toBe(false)
    expect(takes({ query: `q=a${character}b` })).toBe(false)
  }
})
