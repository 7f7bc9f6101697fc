import { expect, test } from 'vitest'
import type { SavedView } from '@/lib/contract/saved-view'
import { isAsItComes, shownView } from './shown-view'

const view = (id: string, query: string): SavedView => ({
  ...{ id, query, page: 'recordings', name: id, sharedWith: null, own: true, by: 'Anna' },
  ...{ isDefault: false, updatedUtc: '2026-11-23T09:00:00.000Z' },
})
const VIEWS = [view('long', 'q=long'), view('long-again', 'q=long'), view('wide', 'q=a&cols=b%2Cc')]
const shown = (query: string, opened: string | null) => {
  const found = shownView(VIEWS, query, opened)
  return found && [found.view.id, found.changed]
}

test('the view whose state the address is, is shown, however the reader came there', () => {
  expect(shown('q=long', null)).toEqual(['long', false])
  expect(shown('q=long', 'wide')).toEqual(['long', false])
  // Of two alike, the one that was opened.
  expect(shown('q=long', 'long-again')).toEqual(['long-again', false])
})

test('a view that was opened and changed stays, marked, until the page is as it comes', () => {
  expect(shown('q=longer', 'long')).toEqual(['long', true])
  expect(shown('q=longer', null)).toBeNull()
  expect(shown('', 'long')).toBeNull()
  expect(shown('cols=b', 'long')).toBeNull()
})

test('columns count only where the view names them', () => {
  expect(shown('q=long&cols=b', 'long')).toEqual(['long', false])
  expect(shown('q=a&cols=b%2Cc', 'wide')).toEqual(['wide', false])
  expect(shown('q=a&cols=b', 'wide')).toEqual(['wide', true])
  expect(shown('q=a', 'wide')).toEqual(['wide', true])
})

test('a view is known by what it opens, however its query was written', () => {
  const written = view('program', 'cols=b,c&row=3&q=dur%3A%3E10m%20kind%3Acall')
  expect(shownView([written], 'q=dur%3A%3E10m+kind%3Acall&cols=b%2Cc', null)).toEqual({
    view: written,
    changed: false,
  })
  expect(shownView([view('junk', 'at=5&unknown=1')], '', null)).toBeNull()
})

test('the page as it comes is the one with the reader’s own columns, too, unless a view is shown', () => {
  const columns = view('columns', 'cols=b')
  expect(isAsItComes(null, '')).toBe(true)
  expect(isAsItComes(null, 'cols=b')).toBe(true)
  expect(isAsItComes(null, 'q=a')).toBe(false)
  expect(isAsItComes({ view: columns, changed: false }, 'cols=b')).toBe(false)
})
