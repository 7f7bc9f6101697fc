import { expect, test } from 'vitest'
import {
  changesOf,
  EMPTY_MEMORY,
  parseMemory,
  rememberRun,
  setAside,
  takeBack,
  writeMemory,
} from './run-memory'

const [MONDAY, TUESDAY, WEDNESDAY, LATER] = [
  '2026-11-23T09:00:00.000Z',
  '2026-11-24T09:00:00.000Z',
  '2026-11-25T09:00:00.000Z',
  '2027-03-01T09:00:00.000Z',
] as const

const faults = (...hashes: string[]) => hashes.map((hash) => ({ kind: 'not-in-hr' as const, hash }))

test('tells new from still there, gone and returned', () => {
  const first = rememberRun(EMPTY_MEMORY, faults('a', 'b'), MONDAY)
  expect(first.since).toEqual(new Map())
  expect(changesOf(first.since, first.comparison)).toMatchObject({ lastUtc: null, added: 0 })
  const second = rememberRun(first.memory, faults('b', 'c'), TUESDAY)
  expect(second.since).toEqual(
    new Map([
      ['b', 'still-there'],
      ['c', 'new'],
    ]),
  )
  expect(changesOf(second.since, second.comparison)).toEqual({
    lastUtc: MONDAY,
    added: 1,
    stillThere: 1,
    gone: 1,
    returned: 0,
  })
  const third = rememberRun(second.memory, faults('a', 'b', 'c'), WEDNESDAY)
  expect(third.since.get('a')).toBe('returned')
  expect(changesOf(third.since, third.comparison)).toMatchObject({ gone: 0, returned: 1 })
  expect(rememberRun(third.memory, faults('a'), LATER).since.get('a')).toBe('still-there')
})

test('what was set aside returns after its date, not before', () => {
  const { memory } = rememberRun(EMPTY_MEMORY, faults('a', 'b'), MONDAY)
  const aside = setAside(memory, ['a'], 'moves in March', '2027-02-21T00:00:00.000Z')
  const soon = rememberRun(aside, faults('a', 'b'), TUESDAY)
  expect(soon.since.get('a')).toBe('still-there')
  expect(soon.memory.asides).toHaveLength(1)
  const later = rememberRun(soon.memory, faults('a', 'b'), LATER)
  expect(later.since.get('a')).toBe('returned')
  expect(later.memory.asides).toEqual([])
})

test('a second word about one replaces the first, and it can be taken back', () => {
  const once = setAside(EMPTY_MEMORY, ['a', 'b'], 'first', LATER)
  const twice = setAside(once, ['b'], 'second', LATER)
  expect(twice.asides.map(({ hash, reason }) => [hash, reason])).toEqual([
    ['a', 'first'],
    ['b', 'second'],
  ])
  expect(takeBack(twice, 'a').asides.map(({ hash }) => hash)).toEqual(['b'])
})

test('comes back from its text, and junk is nothing', () => {
  const { memory } = rememberRun(setAside(EMPTY_MEMORY, ['a'], 'why', LATER), faults('a'), MONDAY)
  expect(parseMemory(writeMemory(memory))).toEqual(memory)
  for (const text of [null, 'x', '7', '{"last":7,"asides":[null,{"hash":1}]}'])
    expect(parseMemory(text)).toEqual(EMPTY_MEMORY)
})

test('more than a browser keeps is not kept', () => {
  const many = faults(...Array.from({ length: 50_000 }, (_, at) => String(at).padStart(64, '0')))
  expect(writeMemory(rememberRun(EMPTY_MEMORY, many, MONDAY).memory)).toBeNull()
})
