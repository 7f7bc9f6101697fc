import { expect, test } from 'vitest'
import { type Aside, comparisonWith, readAsides, withAsides, writeAsides } from './asides'
import { compareRuns } from './compare-runs'
import type { KeptFault } from './key-hashes'

const [MONDAY, TUESDAY, WEDNESDAY, LATER] = [
  '2026-11-23T09:00:00.000Z',
  '2026-11-24T09:00:00.000Z',
  '2026-11-25T09:00:00.000Z',
  '2027-03-01T09:00:00.000Z',
] as const
const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const aside = (hash: string, untilUtc: string, reason = 'known'): Aside => ({
  ...{ hash, reason, untilUtc },
})
const faults = (...hashes: string[]): KeptFault[] =>
  hashes.map((hash) => ({ kind: 'not-in-hr', hash }))

test('a file comes back as it was written, and another file is none', () => {
  const asides = [aside(A, LATER), aside(B, TUESDAY, 'starts in “December”')]
  expect(readAsides(writeAsides(asides, MONDAY))).toEqual(asides)
  const wrong = writeAsides([aside('Ann Lee', LATER)], MONDAY)
  for (const text of ['', '{}', '[]', 'hr.csv;1', wrong]) expect(readAsides(text)).toBeNull()
})

test('the word of a file goes before an older one', () => {
  expect(withAsides([aside(A, TUESDAY), aside(B, LATER)], [aside(A, LATER, 'longer')])).toEqual([
    aside(A, LATER, 'longer'),
    aside(B, LATER),
  ])
})

test('what is aside is neither new nor still there, and returns once, after its date', () => {
  const asides = [aside(A, TUESDAY)]
  let kept: Parameters<typeof compareRuns>[0] = null
  const runs = [MONDAY, WEDNESDAY, LATER].map((timeUtc) => {
    const { comparison, keep } = compareRuns(kept, { timeUtc, faults: faults(A, B) })
    kept = keep
    const told = comparisonWith(asides, comparison, timeUtc)
    const hashes = (of: readonly KeptFault[]) => of.map(({ hash }) => hash[0]).join('')
    return [told.new, told.stillThere, told.returned].map(hashes)
  })
  expect(runs).toEqual([
    ['b', '', ''],
    ['', 'b', 'a'],
    ['', 'ab', ''],
  ])
})
