import { expect, test } from 'vitest'
import {
  countWords,
  type Extent,
  NO_EXTENT,
  placesOf,
  unreadableWords,
  wantedPages,
  withPage as withPageOf,
} from './list-extent'

const page = (rows: number, rest: { total?: number; next?: number; unreadable?: number } = {}) => ({
  rows,
  total: rest.total ?? null,
  nextOffset: rest.next ?? null,
  unreadable: rest.unreadable ?? 0,
})

const NOUN = { one: 'recording', many: 'recordings' }
const withPage = (extent: Extent, number: number, { rows, ...facts }: ReturnType<typeof page>) =>
  withPageOf(extent, number, facts, rows)

test('a stated total is the length at once', () => {
  const extent = withPage(NO_EXTENT, 0, page(100, { total: 1248, next: 100 }))
  expect(placesOf(extent)).toBe(1248)
  expect(countWords(extent, NOUN)).toBe('1,248 recordings')
})

test('without a total the list grows and says "at least" until its end is seen', () => {
  const one = withPage(NO_EXTENT, 0, page(100, { next: 100 }))
  expect(countWords(one, NOUN)).toBe('at least 100 recordings')
  expect(placesOf(one)).toBe(200)
  const two = withPage(one, 1, page(37))
  expect(countWords(two, NOUN)).toBe('137 recordings')
  expect(placesOf(two)).toBe(137)
})

test('a page beyond the end of a shorter list makes it no longer', () => {
  const beyond = withPage(NO_EXTENT, 3, page(0, { total: 0 }))
  expect(placesOf(beyond)).toBe(0)
  expect(countWords(beyond, NOUN)).toBe('0 recordings')
})

test('unreadable rows are counted once a page, however often it is seen', () => {
  const seen = page(98, { next: 100, unreadable: 2 })
  const once = withPage(NO_EXTENT, 0, seen)
  expect(withPage(once, 0, seen)).toBe(once)
  expect(unreadableWords(once)).toBe('2 rows could not be read')
  expect(unreadableWords(withPage(NO_EXTENT, 0, page(1)))).toBeNull()
})

test('asks for the pages on screen and one on either side, within the list', () => {
  const extent = withPage(NO_EXTENT, 0, page(100, { total: 1000, next: 100 }))
  expect(wantedPages(0, 40, NO_EXTENT)).toEqual([0])
  expect(wantedPages(0, 40, extent)).toEqual([0, 1])
  expect(wantedPages(480, 520, extent)).toEqual([3, 4, 5, 6])
  expect(wantedPages(960, 999, extent)).toEqual([8, 9])
})
