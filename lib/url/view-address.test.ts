import { expect, test } from 'vitest'
import { ViewPage } from '@/lib/contract/saved-view'
import { viewHref, viewPageAt, viewQuery, withoutColumns } from './view-address'

/** A state of each page as an address may carry it, with the reader's place, and what a view keeps of it. */
const STATES: Record<ViewPage, { address: string; kept: string }> = {
  recordings: {
    address: 'q=dir:in&from=now-7d&sort=-duration&at=500001&row=12&pane=1&cols=start,kind',
    kept: 'q=dir%3Ain&from=now-7d&sort=-duration&cols=start%2Ckind',
  },
  people: {
    address: 'q=dept:Sales&sort=name&at=1001&row=3&pane=1',
    kept: 'q=dept%3ASales&sort=name',
  },
  endpoints: { address: 'view=look-up&q=x&at=1&row=1', kept: 'q=x&view=look-up' },
  users: {
    address: 'view=compare&left=user:7001&right=role:Admin&at=7001&row=0&pane=1',
    kept: 'view=compare&left=user%3A7001&right=role%3AAdmin',
  },
  retention: {
    address: 'tab=expiring&kind=teams&in=3,4&day=2026-11-23&as=table',
    kept: 'tab=expiring&kind=teams&in=3%2C4&as=table',
  },
  audit: {
    address: `by=actor&q=x&from=any&at=l-7&finding=f&span=2026-11-01T00:00:00.000Z..2026-11-02T00:00:00.000Z`,
    kept: 'by=actor&q=x&from=any',
  },
}

test.each(ViewPage.options)('a view of %s keeps the list and not the place in it', (page) => {
  const { address, kept } = STATES[page]
  expect(viewQuery(page, new URLSearchParams(address))).toBe(kept)
  // Opened, it is the state that was saved.
  const opened = new URL(viewHref({ page, query: kept }), 'http://console')
  expect(viewPageAt(opened.pathname)).toBe(page)
  expect(viewQuery(page, opened.searchParams)).toBe(kept)
})

test.each(ViewPage.options)('the page of %s as it comes has nothing to save', (page) => {
  expect(viewQuery(page, new URLSearchParams('junk=1&at=5&sort=;drop'))).toBe('')
  expect(viewQuery(page, new URLSearchParams())).toBe('')
})

test('a view leads nowhere else, whatever it holds', () => {
  for (const query of ['//evil.example', '?q=x#//evil', 'q=x&callbackUrl=//evil', '../status'])
    expect(viewHref({ page: 'people', query })).toMatch(/^\/people(\?|$)/)
})

test('one row’s own page and pages that are no list have no views', () => {
  for (const path of ['/', '/recordings/5', '/people/1001', '/status', '/reconcile'])
    expect(viewPageAt(path)).toBeNull()
})

test('columns are left aside where they are the reader’s own', () => {
  expect(withoutColumns('q=a&cols=start,kind&pane=1')).toBe('q=a&pane=1')
  expect(withoutColumns('cols=start')).toBe('')
})
