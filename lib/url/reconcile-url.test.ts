import { expect, test } from 'vitest'
import { DEFAULT_RECONCILE, parseReconcile, reconcileHref } from './reconcile-url'

test.each([
  DEFAULT_RECONCILE,
  { kind: 'left-still-recorded', columns: null },
  { kind: 'unreadable', columns: ['title', 'matched'] },
])('%j comes back from its address', (state) => {
  const { searchParams } = new URL(reconcileHref(state), 'http://console')
  expect(parseReconcile(searchParams)).toEqual(state)
})

test('junk is no kind, and no column', () => {
  const junk = new URLSearchParams({ kind: 'Sofia Renard', cols: 'Sofia Renard,title,title,' })
  expect(parseReconcile(junk)).toEqual({ kind: null, columns: ['title'] })
})
