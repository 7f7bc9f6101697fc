import { expect, test } from 'vitest'
import { PERMISSIONS } from '@/lib/contract/permission'
import { entryOf, NAVIGATION, openPages } from './navigation'

test('only the pages that a role may open stand in the rail', () => {
  expect(openPages(['recordings.search']).map((entry) => entry.label)).toEqual([
    'Overview',
    'Recordings',
  ])
  expect(openPages(['status.view']).map((entry) => entry.label)).toEqual(['Overview', 'Status'])
  expect(openPages(PERMISSIONS)).toEqual(NAVIGATION)
  expect(openPages([])).toEqual([])
})

test('a path lies under its entry, by whole segments', () => {
  expect(entryOf('/recordings/123')?.label).toBe('Recordings')
  expect(entryOf('/status')?.label).toBe('Status')
  expect(entryOf('/statuses')).toBeUndefined()
  expect(entryOf('/')?.label).toBe('Overview')
})
