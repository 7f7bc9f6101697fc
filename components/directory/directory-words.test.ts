import { expect, test } from 'vitest'
import { type Gathered, NOTHING_GATHERED } from '@/components/list/gather-pages'
import { gatheredWords, hereWords } from './directory-words'

const PEOPLE = { one: 'person', many: 'people' }
const gathered = (change: Partial<Gathered<number>>): Gathered<number> => ({
  ...NOTHING_GATHERED,
  ...change,
})
const rows = Array.from({ length: 1200 }, (_, at) => at)

test.each([
  [gathered({ rows, total: 12_000 }), '3 people so far · 1,200 of 12,000 read'],
  [gathered({ rows, state: 'ended', total: 1200 }), '3 people of 1,200'],
  [gathered({ rows, state: 'cancelled' }), '3 people · only 1,200 were read, so there may be more'],
  [
    gathered({ rows, state: 'ended', stopped: true, total: 90_000 }),
    '3 people · of the first 1,200 of 90,000; narrow the search to see the rest',
  ],
])('says how many fit of how many read', (one, words) => {
  expect(gatheredWords(one, 3, true, PEOPLE)).toBe(words)
})

test('says whose filter it is', () => {
  expect(hereWords([], false, PEOPLE)).toBeNull()
  expect(hereWords([], true, PEOPLE)).toContain('cannot sort people')
  expect(hereWords(['department', 'has', 'has'], false, PEOPLE)).toContain('by department and has:')
})
