import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FAULTS } from '../server/fault-names'
import { NAMED_RECORDINGS } from './named-recordings'
import { idOf } from './recording-row'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

it('lists every named recording and its id in the README', () => {
  for (const [index, { name }] of NAMED_RECORDINGS.entries()) {
    expect(README).toContain(`| ${idOf(index)} | \`${name}\` |`)
  }
})

it('has one recording for each fault, and no name twice', () => {
  const faults = NAMED_RECORDINGS.flatMap(({ fault }) => fault ?? [])
  expect([...faults].sort()).toEqual([...FAULTS].sort())
  expect(new Set(NAMED_RECORDINGS.map(({ name }) => name)).size).toBe(NAMED_RECORDINGS.length)
})
