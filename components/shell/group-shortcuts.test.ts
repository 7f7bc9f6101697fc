import { expect, test } from 'vitest'
import { groupShortcuts } from './group-shortcuts'

test('keys stand by heading, the same thing once, what works everywhere last', () => {
  const shown = [
    { group: 'Everywhere', description: 'Show all keys', keys: ['?'] },
    { group: 'Player', description: 'Play or pause', keys: ['Space'] },
    { group: 'Player', description: 'Play or pause', keys: ['k', 'Space'] },
  ]
  expect(groupShortcuts(shown)).toEqual([
    { name: 'Player', entries: [{ description: 'Play or pause', keys: ['Space', 'k'] }] },
    { name: 'Everywhere', entries: [{ description: 'Show all keys', keys: ['?'] }] },
  ])
})
