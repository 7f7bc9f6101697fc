import { expect, test } from 'vitest'
import type { SavedView } from '@/lib/contract/saved-view'
import { shownView } from './shown-view'

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
