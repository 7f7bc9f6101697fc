import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byTime, countEvents, EventList, firstAt, shownEvents } from './event-list'
import { accessEvent } from './test-events'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 0, minute)).toISOString()
const event = fc
  .record({ key: fc.integer({ min: 1, max: 40 }), minute: fc.integer({ min: 0, max: 30 }) })
  .map(({ key, minute }) => accessEvent({ key: `L${key}`, timeUtc: at(minute) }))

describe('a list that events are added to', () => {
  test('is what sorting everything at once makes, the newest telling of each key kept', () => {
    fc.assert(
      fc.property(fc.array(fc.array(event, { maxLength: 12 }), { maxLength: 8 }), (bundles) => {
        const newest = new Map(bundles.flat().map((each) => [each.key, each]))
        const list = new EventList()
        for (const bundle of bundles) list.add(bundle)
        expect(list.add([])).toEqual([...newest.values()].sort(byTime))
      }),
    )
  })

  test('a list that was given out stays as it was', () => {
    const list = new EventList()
    const first = list.add([accessEvent({ key: 'L2', timeUtc: at(2) })])
    list.add([accessEvent({ key: 'L1', timeUtc: at(1) })])
    expect(first.map(({ key }) => key)).toEqual(['L2'])
  })
})

describe('what the table shows', () => {
  const list = [0, 10, 20, 30].map((minute, i) =>
    accessEvent({ key: `L${i}`, timeUtc: at(minute), heardMs: [5, 9, 9, 0][i] ?? 0 }),
  )
  const keys = (
    span: Parameters<typeof shownEvents>[1],
    only: ReadonlySet<string> | null,
    field: 'when' | 'heard',
    direction: 'asc' | 'desc',
  ) => shownEvents(list, span, only, { field, direction }).map(({ key }) => key)

  test('a span takes its beginning and leaves its end', () => {
    const span = { from: at(10), to: at(30) }
    expect(keys(span, null, 'when', 'asc')).toEqual(['L1', 'L2'])
    expect(firstAt(list, at(31))).toBe(4)
  })

  test('newest first, longest heard first, and only the rows of a finding', () => {
    expect(keys(null, null, 'when', 'desc')).toEqual(['L3', 'L2', 'L1', 'L0'])
    expect(keys(null, null, 'heard', 'desc')).toEqual(['L2', 'L1', 'L0', 'L3'])
    expect(keys(null, new Set(['L0', 'L3']), 'when', 'desc')).toEqual(['L3', 'L0'])
  })
})

test('accesses to no recording count as accesses alone', () => {
  const list = [
    accessEvent(),
    accessEvent({ key: 'L2', decision: 'refused' }),
    accessEvent({ key: 'L3', recordingId: null, unexplained: true }),
  ]
  expect(countEvents(list)).toEqual({ accesses: 3, recordings: 1, refused: 1, unexplained: 1 })
})
