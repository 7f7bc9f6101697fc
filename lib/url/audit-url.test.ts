import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AuditQuery } from '@/lib/contract/access-event'
import { readAuditText, WAYS_IN } from './audit-text'
import {
  type AuditState,
  auditHref,
  DEFAULT_AUDIT,
  formatAuditSearch,
  parseAuditSearch,
  recordingAuditHref,
  toAuditQuery,
} from './audit-url'

const NOW = '2026-11-23T14:05:09Z'
const ask = (state: Partial<AuditState>) =>
  AuditQuery.parse(toAuditQuery({ ...DEFAULT_AUDIT, ...state }, NOW, 'UTC'))

const words = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.trim())
const end = fc.option(fc.constantFrom('now-30d', 'now/d', '2026-11-23', 'tomorrow'))
const instant = fc
  .date({ min: new Date(0), max: new Date('9000-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const state: fc.Arbitrary<AuditState> = fc.record({
  by: fc.constantFrom(...WAYS_IN),
  q: words,
  from: end,
  to: end,
  focus: fc.option(fc.boolean()),
  span: fc.option(
    fc
      .uniqueArray(instant, { minLength: 2, maxLength: 2 })
      .map((pair) => pair.sort())
      .map(([from = '', to = '']) => ({ from, to })),
  ),
  finding: fc.option(fc.string({ minLength: 1, maxLength: 80 })),
  at: fc.option(fc.constantFrom('L48213', 'F1004417-3', 'F7-12')),
  sort: fc.record({
    field: fc.constantFrom('when', 'heard'),
    direction: fc.constantFrom('asc', 'desc'),
  }),
  columns: fc.option(fc.uniqueArray(fc.constantFrom('when', 'who', 'heard'), { minLength: 1 })),
})

describe('the address of the audit page', () => {
  test('carries every state there and back', () => {
    fc.assert(
      fc.property(state, (before) => {
        const link = new URL(`http://x${auditHref(before)}`)
        expect(parseAuditSearch(link.searchParams)).toEqual(before)
      }),
    )
  })

  test('leaves out what is the default, the last seven days among it', () => {
    expect(formatAuditSearch(DEFAULT_AUDIT).toString()).toBe('')
    expect(auditHref({ from: null })).toBe('/audit?from=any')
    expect(parseAuditSearch(new URLSearchParams('')).from).toBe('now-7d')
  })

  test('falls back part by part for junk', () => {
    const junk = new URLSearchParams(
      'by=moon&focus=yes&span=2026-11-23..now&at=<b>&sort=colour&cols=,,&q=ok&finding=',
    )
    expect(parseAuditSearch(junk)).toEqual({ ...DEFAULT_AUDIT, q: 'ok' })
  })

  test('refuses a span that ends before it begins', () => {
    const span = '2026-11-23T00:00:00.000Z..2026-11-22T00:00:00.000Z'
    expect(parseAuditSearch(new URLSearchParams({ span })).span).toBeNull()
  })
})

describe('what is asked of the server', () => {
  test('any text makes a query that the contract takes', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc
        .tuple(
          fc.constantFrom('subject', 'actor', 'recording', 'action', 'address', 'result', 'tag'),
          fc.oneof(fc.nat().map(String), fc.string({ maxLength: 12 })),
        )
        .map(([key, value]) => `${key}:${value}`),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom(...WAYS_IN), (pieces, by) => {
        expect(() => ask({ by, q: pieces.join(' ').trim() })).not.toThrow()
      }),
    )
  })

  test('the calls of one person in the last seven days', () => {
    expect(ask({ q: 'subject:1021 action:play,download' })).toEqual({
      by: { kind: 'subject', personId: 1021 },
      from: '2026-11-16T14:05:09.000Z',
      actions: ['play', 'download'],
      focus: true,
      most: 3000,
    })
  })

  test('the chosen way in leads, the others filter', () => {
    const q = 'recording:1004417 subject:1021 actor:a1'
    expect(ask({ by: 'recording', q })).toMatchObject({
      by: { kind: 'recording', recordingId: 1004417 },
      recordings: { personIds: { include: [1021] } },
      actors: ['a1'],
    })
    expect(ask({ by: 'subject', q })).toMatchObject({
      by: { kind: 'subject', personId: 1021 },
      recordings: { ids: { include: [1004417] } },
      actors: ['a1'],
    })
    const byActor = ask({ by: 'actor', q })
    expect(byActor.by).toEqual({ kind: 'actor', key: 'a1' })
    expect(byActor.actors).toBeUndefined()
  })

  test('without the chosen one, the narrowest that is named leads', () => {
    expect(ask({ by: 'actor', q: 'subject:1021' }).by).toEqual({ kind: 'subject', personId: 1021 })
    expect(ask({ by: 'subject', q: 'subject:1,2' })).toMatchObject({
      by: { kind: 'all' },
      recordings: { personIds: { include: [1, 2] } },
    })
  })

  test('everything at once is read from the ledger alone, unless Focus is wanted', () => {
    expect(ask({ q: '' })).toMatchObject({ by: { kind: 'all' }, focus: false })
    expect(ask({ q: 'address:10.4.18.22 result:refused' })).toMatchObject({
      address: '10.4.18.22',
      decision: 'refused',
      focus: false,
    })
    expect(ask({ q: '', focus: true }).focus).toBe(true)
    expect(ask({ q: 'tag:Complaint' }).focus).toBe(true)
  })

  test('an actor key with any signs stands in a link', () => {
    const key = 'https://id.example/realms/x|priya "P" shah'
    const q = `actor:"${key.replaceAll('"', '\\"')}"`
    const { searchParams } = new URL(`http://x${auditHref({ by: 'actor', q })}`)
    expect(ask(parseAuditSearch(searchParams)).by).toEqual({ kind: 'actor', key })
  })

  test('a link to all accesses to a recording asks for no time', () => {
    const { searchParams } = new URL(`http://x${recordingAuditHref(1004417)}`)
    const query = ask(parseAuditSearch(searchParams))
    expect(query.by).toEqual({ kind: 'recording', recordingId: 1004417 })
    expect(query.from).toBeUndefined()
  })
})

test.each([
  ['subject:priya', 'Choose a person from the suggestions.'],
  ['recording:0', 'A recording is named by its interaction id.'],
  ['result:maybe', 'A result is allowed or refused.'],
  ['-action:view', 'This cannot be left out; name what is wanted instead.'],
  ['actor:', 'A value is missing.'],
  ['colour:red', 'There is no filter “colour”. Put the text in quotation marks to search for it.'],
])('%s is marked as a mistake and left out', (q, mistake) => {
  const reading = readAuditText(`${q} tag:Sales`)
  expect(reading.tokens[0]?.mistake).toBe(mistake)
  expect(reading.calls.tags).toEqual({ include: ['Sales'] })
  expect([reading.subjects, reading.recordings, reading.actors, reading.actions]).toEqual([
    [],
    [],
    [],
    [],
  ])
})
