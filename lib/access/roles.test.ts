import { expect, test } from 'vitest'
import { permissionsOf } from './roles'

test('a reviewer finds, reads and plays', () => {
  expect(permissionsOf(['qa-reviewer'])).toEqual([
    'recordings.search',
    'recordings.read',
    'recordings.play',
  ])
})

test('a compliance officer also keeps media, reads audits and retention, and exports evidence', () => {
  expect(permissionsOf(['compliance-officer'])).toEqual([
    ...permissionsOf(['qa-reviewer']),
    'recordings.download',
    'audit.read',
    'ledger.read',
    'evidence.export',
    'retention.view',
  ])
})

test('an administrator neither finds, reads nor plays, unless given a role that may', () => {
  expect(permissionsOf(['admin']).filter((name) => name.startsWith('recordings.'))).toEqual([])
  expect(permissionsOf(['admin'])).toContain('status.view')
  expect(permissionsOf(['admin', 'qa-reviewer'])).toEqual(
    expect.arrayContaining(['recordings.play', 'status.view']),
  )
})

test('no role is no permission', () => {
  expect(permissionsOf([])).toEqual([])
})
