import { expect, test } from 'vitest'
import { parseReconcile, reconcileHref } from './reconcile-url'

test.each([null, 'left-still-recorded', 'unreadable'])('%s comes back from its address', (kind) => {
  const { searchParams } = new URL(reconcileHref({ kind }), 'http://console')
  expect(parseReconcile(searchParams)).toEqual({ kind })
})

test('junk is no kind', () => {
  expect(parseReconcile(new URLSearchParams({ kind: 'Sofia Renard' }))).toEqual({ kind: null })
})
