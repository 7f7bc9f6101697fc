import { expect, test } from 'vitest'
import type { Mismatch, MismatchKind } from '@/lib/reconcile/model'
import { FoundMismatches, NotDone } from './found-mismatches'
import { EMPTY_MEMORY } from './run-memory'

const mismatch = (kind: MismatchKind, title: string): Mismatch => ({
  kind,
  key: `${kind} ${title}`,
  title,
  sentence: `${title} is not right.`,
  suggestedAction: 'Mend it.',
  evidence: [{ label: 'E-mail', hr: `${title}@FIRM.example`, focus: null, differs: true }],
  matchedBy: [],
  hrLines: [],
  personIds: [],
  endpointIds: [],
  userIds: [],
})

const MISMATCHES = [
  mismatch('missing-in-focus', 'Ada'),
  mismatch('missing-in-focus', 'Björn'),
  mismatch('missing-in-focus', 'Adam'),
  mismatch('not-in-hr', 'Ada'),
]

function found() {
  const faults = MISMATCHES.map(({ kind, key }) => ({ kind, hash: `hash of ${key}` }))
  const since = new Map([['hash of not-in-hr Ada', 'returned' as const]])
  return new FoundMismatches(MISMATCHES, faults, since, EMPTY_MEMORY)
}

async function listOf(result: FoundMismatches, kind: string, ...words: string[]) {
  const listed = await result.list({ kind, words })
  if (listed === null) throw new Error('Another list was asked for')
  return listed
}
const titles = (result: FoundMismatches, list: number) =>
  result.rows({ list, from: 0, to: 100 }).map(({ title }) => title)

test('lists a kind, and of it what has all words', async () => {
  const result = found()
  const { list, count } = await listOf(result, 'missing-in-focus')
  expect(count).toBe(3)
  expect(titles(result, list)).toEqual(['Ada', 'Björn', 'Adam'])
  expect(result.rows({ list, from: 1, to: 2 })).toMatchObject([{ at: 1, hr: 'Björn@FIRM.example' }])
  const narrowed = await listOf(result, 'missing-in-focus', 'ada', 'firm')
  expect(titles(result, narrowed.list)).toEqual(['Ada', 'Adam'])
  // The page may still show the one before.
  expect(titles(result, list)).toHaveLength(3)
  const { list: others } = await listOf(result, 'not-in-hr')
  expect(result.rows({ list: others, from: 0, to: 9 })).toMatchObject([
    { at: 3, since: 'returned' },
  ])
})

test('a list is given up where another is asked for', async () => {
  const result = found()
  const [first, second] = await Promise.all([
    result.list({ kind: 'missing-in-focus', words: [] }),
    result.list({ kind: 'not-in-hr', words: [] }),
  ])
  expect(first).toBeNull()
  expect(second).toMatchObject({ count: 1 })
})

test('sets aside the chosen of a list alone, and takes back', async () => {
  const result = found()
  const { list } = await listOf(result, 'missing-in-focus', 'ada')
  const chosen = { list, ranges: [[0, 2]] as const }
  expect(result.count(chosen)).toBe(2)
  expect(result.chosen(chosen).map(({ title }) => title)).toEqual(['Ada', 'Adam'])
  expect(result.setAside(chosen, 'known', '2999-01-01T00:00:00.000Z')).toBe(2)
  expect(result.tally().aside).toBe(2)
  expect(result.tally().open).toContainEqual(['missing-in-focus', 1])
  expect(result.memory.asides).toHaveLength(2)
  expect(result.chosen(null).map(({ title }) => title)).toEqual(['Björn', 'Ada'])
  const { list: aside } = await listOf(result, 'aside')
  expect(titles(result, aside)).toEqual(['Ada', 'Adam'])
  const detail = result.detail({ list: aside, index: 1 })
  expect(detail).toMatchObject({ at: 2, aside: { reason: 'known' } })
  result.takeBack(2)
  expect(result.tally().aside).toBe(1)
  expect((await listOf(result, 'aside')).count).toBe(1)
})

test('what is due is not aside any more', async () => {
  const result = found()
  const { list } = await listOf(result, 'missing-in-focus', 'ada')
  result.setAside({ list, ranges: null }, 'until yesterday', '2026-01-01T00:00:00.000Z')
  expect(result.tally().aside).toBe(0)
})

test('of a list that is forgotten, or beyond its end, there is nothing', async () => {
  const result = found()
  const { list } = await listOf(result, 'not-in-hr')
  expect(result.detail({ list, index: 1 })).toBeNull()
  expect(result.rows({ list: 99, from: 0, to: 9 })).toEqual([])
  expect(result.count({ list: 99, ranges: null })).toBe(0)
  for (let nth = 0; nth < 3; nth += 1) await listOf(result, 'not-in-hr')
  expect(titles(result, list)).toEqual([])
})

test('nothing is done with a list that is forgotten, and that is said', async () => {
  const result = found()
  const { list } = await listOf(result, 'not-in-hr')
  for (let nth = 0; nth < 3; nth += 1) await listOf(result, 'not-in-hr')
  const chosen = { list, ranges: null }
  expect(() => result.setAside(chosen, 'known', '2999-01-01T00:00:00.000Z')).toThrow(NotDone)
  expect(() => result.chosen(chosen)).toThrow(NotDone)
  expect(result.tally().aside).toBe(0)
})
