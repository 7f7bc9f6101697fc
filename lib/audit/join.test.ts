import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AccessEvent } from '@/lib/contract/access-event'
import type { Access } from '@/lib/ledger/access-ledger'
import { LONGEST_UNTOLD_MS } from './causes'
import { joinAccesses } from './join'
import { CLOCK_SKEW_MS, type DatedAccess } from './match'
import { type AccessSketch, accessOf, at, rowOf, SERVICE, SETTING } from './testing/access-of'

const joined = (accesses: Access[], rows: DatedAccess[], more: Partial<typeof SETTING> = {}) =>
  joinAccesses(accesses, rows, { ...SETTING, ...more })

/** A deed that asked Focus at once. */
const asking = (
  sequence: number,
  ms: number,
  call = 'getRecording',
  more?: Partial<AccessSketch>,
) => accessOf({ sequence, ms, upstream: [{ call, startedUtc: at(ms) }], ...more })

const names = (events: AccessEvent[]) =>
  events.map(({ who, focus, unexplained }) =>
    [who.kind === 'person' ? who.name : who.kind, ...focus.map(({ id }) => id), unexplained].join(
      ' ',
    ),
  )

describe('a row of the service user', () => {
  test('is the trace of the deed behind it, and shown with that person', () => {
    const [event, ...others] = joined([asking(7, 0)], [rowOf(81, 900)])
    expect(others).toEqual([])
    expect(event).toMatchObject({
      key: 'L7',
      timeUtc: at(0),
      action: 'view',
      who: { kind: 'person', name: 'Ravi Menon', key: 'key-Ravi Menon' },
      throughServiceUser: true,
      unexplained: false,
      seenIn: 'both',
      entries: [7, 8],
      ended: 'complete',
      focus: [{ id: 81 }],
    })
  })

  test('without a deed is unexplained, and nobody’s', () => {
    const events = joined([asking(7, 0)], [rowOf(81, 0), rowOf(82, 10)])
    expect(names(events)).toEqual(['Ravi Menon 81 false', 'nobody 82 true'])
    expect(events[1]).toMatchObject({ key: 'F500000-82', seenIn: 'focus', entries: [] })
  })

  test.each([
    ['just near enough before', -CLOCK_SKEW_MS, false],
    ['too early', -CLOCK_SKEW_MS - 1, true],
    ['just near enough after the call ended', 100 + CLOCK_SKEW_MS, false],
    ['too late', 101 + CLOCK_SKEW_MS, true],
  ])('%s', (_, ms, unexplained) => {
    const events = joined([asking(7, 0)], [rowOf(81, ms)])
    expect(events.some((event) => event.unexplained)).toBe(unexplained)
  })

  test('of another recording, of another word, or of a deed that was refused', () => {
    const refused = { allowed: false, outcome: { status: 403, problem: 'forbidden' } }
    const events = joined(
      [asking(7, 0), asking(9, 60_000, 'getRecording', refused)],
      [rowOf(81, 0, { recordingId: 500_001 }), rowOf(82, 0, { action: 'play' }), rowOf(83, 60_000)],
    )
    expect(events.filter((event) => event.unexplained)).toHaveLength(3)
    expect(events.find(({ key }) => key === 'L9')).toMatchObject({
      decision: 'refused',
      ended: null,
    })
  })

  test('older than the ledger accuses nobody', () => {
    const rows = [rowOf(81, -CLOCK_SKEW_MS - 1), rowOf(82, 0)]
    const events = joined([], rows, { ledgerBeganUtc: at(0) })
    expect(names(events)).toEqual(
      ['nobody  false', 'nobody  true'].map((text, at) => text.replace('  ', ` ${81 + at} `)),
    )
  })

  test('may come without a name, known by its number', () => {
    const events = joined(
      [],
      [rowOf(81, 0, { username: null }), rowOf(82, 1, { userId: 9, username: null })],
    )
    expect(events.map(({ unexplained }) => unexplained)).toEqual([true, false])
  })
})

describe('whose row it is', () => {
  const two = (apartMs: number) => [
    asking(7, 0, 'getRecording', { actor: 'Anna Meyer' }),
    asking(9, apartMs),
  ]

  test('the nearer in time', () => {
    const events = joined(two(3000), [rowOf(81, 2800)])
    expect(names(events)).toEqual(['Anna Meyer false', 'Ravi Menon 81 false'])
  })

  test.each([
    ['apart', 3000],
    ['before', -3000],
  ])('the order of deeds, when Focus’s clock stands %s', (_, skewMs) => {
    for (const apartMs of [500, 2000, 3000, 6000]) {
      const events = joined(two(apartMs), [rowOf(81, skewMs), rowOf(82, apartMs + skewMs)])
      expect(names(events)).toEqual(['Anna Meyer 81 false', 'Ravi Menon 82 false'])
    }
  })

  test('the right row is left over where Focus cuts its times off at the second', () => {
    const deeds = [asking(7, 900), asking(9, 1_200, 'getTranscript'), asking(11, 2_100)]
    const rows = [rowOf(81, 0), rowOf(82, 1_000), rowOf(83, 2_000), rowOf(84, 9_000)]
    expect(names(joined(deeds, rows))).toEqual([
      'Ravi Menon 81 false',
      'Ravi Menon 82 false',
      'Ravi Menon 83 false',
      'nobody 84 true',
    ])
  })

  test('a play leaves two rows, its detail and its media', () => {
    const upstream = [
      { call: 'getRecording', startedUtc: at(0) },
      { call: 'openMedia', startedUtc: at(200), recordingId: null },
    ]
    const play = accessOf({ sequence: 7, ms: 0, action: 'play', upstream })
    const events = joined([play], [rowOf(82, 250, { action: 'play' }), rowOf(81, 0)])
    expect(names(events)).toEqual(['Ravi Menon 81 82 false'])
  })

  test('each repetition of a call may have left its row', () => {
    const upstream = [{ startedUtc: at(0), durationMs: 2000, attempts: 2 }]
    const events = joined(
      [accessOf({ sequence: 7, ms: 0, upstream })],
      [rowOf(81, 0), rowOf(82, 1500), rowOf(83, 1600)],
    )
    expect(events.filter((event) => event.unexplained)).toHaveLength(1)
  })

  test('a word never heard before may be that of any call of ours, and comes through as it came', () => {
    const rows = [rowOf(81, 0, { action: 'Peruse' }), rowOf(82, 0, { action: 'peruse' })]
    const events = joined([asking(7, 0)], rows)
    expect(names(events)).toEqual(['Ravi Menon 81 false', 'nobody 82 true'])
    expect(events[1]?.action).toBe('peruse')
  })
})

describe('a deed without a known end', () => {
  const untold = (more: Partial<AccessSketch>) =>
    accessOf({ sequence: 7, ms: 0, action: 'play', ...more })

  test.each([
    ['open', untold({ state: 'open' })],
    ['unknown', untold({ state: 'unknown', endedMs: 9 * LONGEST_UNTOLD_MS })],
    ['cut off', untold({ endedMs: 9e6, outcome: { status: 499, problem: 'aborted' } })],
  ])('%s: what it would ask for may be anywhere in five minutes', (_, access) => {
    const late = LONGEST_UNTOLD_MS + CLOCK_SKEW_MS
    const rows = [rowOf(81, 1000), rowOf(82, late, { action: 'play' }), rowOf(83, 2000)]
    expect(names(joined([access], rows))).toEqual(['Ravi Menon 81 82 false', 'nobody 83 true'])
    const beyond = [rowOf(82, late + 1, { action: 'play' })]
    expect(joined([access], beyond).some((event) => event.unexplained)).toBe(true)
  })

  test('yields to a deed whose outcome tells of the call', () => {
    const open = untold({ state: 'open', actor: 'Anna Meyer' })
    const events = joined([open, asking(9, 30_000)], [rowOf(81, 30_100)])
    expect(names(events)).toEqual(['Anna Meyer false', 'Ravi Menon 81 false'])
  })
})

test('other users of Focus are themselves', () => {
  const ingrid = 'ingrid.halvorsen@hallam-pryce.example'
  expect(joined([asking(7, 0)], [rowOf(81, 0, { username: ingrid })])).toMatchObject([
    { key: 'L7', seenIn: 'ledger', throughServiceUser: false },
    {
      who: { kind: 'focus-user', username: ingrid },
      throughServiceUser: false,
      unexplained: false,
    },
  ])
})

test('an erased name, and what nobody did', () => {
  const erased = accessOf({ sequence: 7, ms: 0 })
  const events = joined(
    [
      { ...erased, deed: { ...erased.deed, actor: null } },
      accessOf({ sequence: 9, ms: 1, action: 'ledger-start', actor: null, recordingIds: [] }),
    ],
    [],
  )
  expect(names(events)).toEqual(['Name erased false', 'nobody false'])
})

describe('whatever both sides say', () => {
  const ms = fc.integer({ min: 0, max: 40_000 })
  const upstream = fc.array(
    fc.record({
      call: fc.constantFrom('getRecording', 'getTranscript', 'openMedia', 'searchRecordings'),
      startedUtc: ms.map(at),
      durationMs: fc.integer({ min: 0, max: 8000 }),
      recordingId: fc.constantFrom(500_000, 500_001, null),
      attempts: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 3 },
  )
  const accesses = fc
    .array(
      fc.record({
        ms,
        action: fc.constantFrom('view', 'play', 'search', 'evidence-export'),
        recordingIds: fc.constantFrom([500_000], [500_001], [], [500_000, 500_001]),
        state: fc.constantFrom('open', 'closed', 'unknown'),
        allowed: fc.boolean(),
        upstream,
      }),
      { maxLength: 12 },
    )
    .map((list) =>
      list.map(({ recordingIds, ...sketch }, place) =>
        accessOf({ ...sketch, recordingIds: [...recordingIds], sequence: place * 2 }),
      ),
    )
  const rows = fc
    .array(
      fc.record({
        ms,
        recordingId: fc.constantFrom(500_000, 500_001),
        action: fc.constantFrom('view', 'play', 'download', 'comment', 'peruse', null),
        username: fc.constantFrom(SERVICE, SERVICE.toUpperCase(), 'owen.clarke', null),
      }),
      { maxLength: 16 },
    )
    .map((list) => list.map(({ ms, ...more }, id) => rowOf(id, ms, more)))

  test('every row stands in one event, every deed is one event, and each holds to the contract', () => {
    fc.assert(
      fc.property(accesses, rows, (deeds, seen) => {
        const events = joined(deeds, seen)
        for (const event of events) AccessEvent.parse(event)
        const ids = events.flatMap(({ focus }) => focus.map(({ id }) => id))
        expect(ids.sort((a, b) => a - b)).toEqual(seen.map(({ id }) => id))
        const sequences = events.flatMap(({ entries }) => entries[0] ?? [])
        expect(sequences.sort((a, b) => a - b)).toEqual(deeds.map(({ sequence }) => sequence))
        expect(new Set(events.map(({ key }) => key)).size).toBe(events.length)
        const times = events.map(({ timeUtc }) => timeUtc)
        expect(times).toEqual(times.toSorted())
      }),
      { numRuns: 400 },
    )
  })

  test('a deed has no more rows than it asked for, and each is near one of its calls', () => {
    fc.assert(
      fc.property(accesses, rows, (deeds, seen) => {
        for (const { entries, focus, who } of joined(deeds, seen)) {
          const deed = deeds.find(({ sequence }) => sequence === entries[0])
          if (deed === undefined || focus.length === 0) continue
          expect(who.kind).toBe('person')
          expect(deed.deed.allowed).toBe(true)
          const calls = deed.outcome?.upstream ?? []
          const most = calls.reduce((sum, { attempts }) => sum + attempts, 0)
          if (deed.state === 'closed') expect(focus.length).toBeLessThanOrEqual(most)
          for (const { timeUtc } of focus) {
            const row = Date.parse(timeUtc ?? '')
            const cutOff = row % 1000 === 0 ? 999 : 0
            const spans =
              deed.state === 'closed'
                ? calls.map((call) => [Date.parse(call.startedUtc), call.durationMs] as const)
                : [[Date.parse(deed.timeUtc), LONGEST_UNTOLD_MS] as const]
            const near = spans.some(
              ([from, lasts]) =>
                row + cutOff >= from - CLOCK_SKEW_MS && row <= from + lasts + CLOCK_SKEW_MS,
            )
            expect(near).toBe(true)
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  test('the order in which both sides come changes nothing', () => {
    fc.assert(
      fc.property(accesses, rows, (deeds, seen) => {
        expect(joined(deeds.toReversed(), seen.toReversed())).toEqual(joined(deeds, seen))
      }),
    )
  })

  test('what one console did with a steady clock is all explained, by who did it', () => {
    const story = fc.record({
      gaps: fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 30 }),
      skewMs: fc.integer({ min: -CLOCK_SKEW_MS, max: CLOCK_SKEW_MS }),
    })
    fc.assert(
      fc.property(story, ({ gaps, skewMs }) => {
        let clock = 10_000
        const deeds = gaps.map((gap, place) => {
          clock += gap
          return asking(place * 2, clock, 'getRecording', { actor: `Reader ${place}` })
        })
        const seen = deeds.map(({ timeUtc }, id) =>
          rowOf(id, Date.parse(timeUtc) - Date.parse(at(0)) + skewMs),
        )
        for (const [place, { who, focus }] of joined(deeds, seen).entries()) {
          expect(who).toMatchObject({ name: `Reader ${place}` })
          expect(focus.map(({ id }) => id)).toEqual([place])
        }
      }),
    )
  })
})
