import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AccessEvent } from '@/lib/contract/access-event'
import type { FindingContext } from '@/lib/contract/finding'
import { judge } from './judge'
import { RULES } from './rules'
import {
  CONTEXT,
  type EventSketch,
  event,
  FAIRWEATHER,
  JO,
  LUCA,
  PRIYA,
  play,
  RAVI,
  ROSA,
} from './testing/story'

/** The sentences one rule finds. */
const told = (rule: string, events: AccessEvent[], context: Partial<FindingContext> = {}) =>
  judge(events, { ...CONTEXT, ...context })
    .findings.filter((finding) => finding.rule === rule)
    .map(({ sentence }) => sentence)

const many = (times: number, make: (at: number) => EventSketch) =>
  Array.from({ length: times }, (_, at) => play(make(at)))

test('every rule has a test here', () => {
  expect(RULES.map(({ id }) => id).sort()).toEqual([
    'brief-again',
    'download-without-play',
    'first-of-group',
    'leaver',
    'many-plays',
    'outside-hours',
    'outside-key',
    'own-calls',
    'reporting-line',
  ])
})

test('an ordinary access is no finding', () => {
  expect(judge([event(), play()], CONTEXT)).toEqual({ findings: [], notes: [] })
})

describe('outside-key', () => {
  const outside = (minute: number, action = 'download') =>
    event({
      minute,
      action,
      unexplained: true,
      who: { kind: 'nobody', username: 'svc-focus-api' },
      seenIn: 'focus',
      ended: null,
    })

  test('one access is said with its moment', () => {
    const events = [outside(192)]
    const [finding] = judge(events, CONTEXT).findings
    expect(finding).toMatchObject({
      severity: 'high',
      sentence:
        'Somebody used the key outside this console: Focus shows a download at 15:12 on 23 Nov 2026 that nobody here made.',
      detail: '1 Focus event, no ledger entry that explains it',
      eventKeys: [events[0]?.key],
    })
  })

  test('ten minutes join them, more divide them', () => {
    expect(told('outside-key', [outside(0), outside(10)])).toEqual([
      'Somebody used the key outside this console: Focus shows 2 accesses between 12:00 and 12:10 on 23 Nov 2026 that nobody here made.',
    ])
    expect(told('outside-key', [outside(0), outside(11)])).toHaveLength(2)
  })

  test('what somebody is named for is none', () => {
    expect(told('outside-key', [event({ seenIn: 'focus' })])).toEqual([])
  })
})

describe('many-plays', () => {
  const burst = (times: number, minutes: number, more: EventSketch = {}) =>
    many(times, (at) => ({
      by: RAVI,
      minute: (at * minutes) / (times - 1),
      recordingId: 500_000 + at,
      ...more,
    }))

  test('of one person’s calls, with those hardly heard', () => {
    const events = burst(38, 52).map((one, at) => ({ ...one, heardMs: at < 31 ? 4_999 : 5_000 }))
    const before = [{ key: 'key-1002', playsPerDay: 6, groups: [] }]
    const { findings } = judge(events, { ...CONTEXT, before })
    expect(findings.find(({ rule }) => rule === 'many-plays')).toMatchObject({
      sentence:
        'Ravi Menon played 38 of Priya Shah’s calls in 52 minutes, 31 of them for under five seconds.',
      detail: '38 plays · usual is 6 a day',
      eventKeys: events.map(({ key }) => key),
    })
  })

  test.each([
    [19, 60, 0],
    [20, 60, 1],
    [20, 61, 0],
  ])('%i in %i minutes', (times, minutes, found) =>
    expect(told('many-plays', burst(times, minutes))).toHaveLength(found),
  )

  test.each([
    [10, 0],
    [9.9, 1],
  ])('by somebody who plays %d a day', (playsPerDay, found) => {
    const before = [{ key: 'key-1002', playsPerDay, groups: [] }]
    expect(told('many-plays', burst(20, 30), { before })).toHaveLength(found)
  })

  test('of many people’s calls names none of them', () => {
    const mixed = burst(20, 30).map((one, at) =>
      at < 15 ? one : play({ by: RAVI, minute: at, of: [LUCA] }),
    )
    expect(told('many-plays', mixed)).toEqual(['Ravi Menon played 20 calls in 22 minutes.'])
  })

  test('views are no plays', () => {
    expect(told('many-plays', burst(30, 10, { action: 'view' }))).toEqual([])
  })
})

describe('download-without-play', () => {
  const download = (more: EventSketch = {}) => event({ action: 'download', ...more })

  test('says how many, when, and whether a case was named', () => {
    const events = [download({ minute: 1 }), download({ minute: 7, recordingId: 500_001 })]
    expect(judge(events, CONTEXT).findings).toMatchObject([
      {
        sentence:
          'Jo Castellan downloaded 2 calls without playing them, between 12:01 and 12:07 on 23 Nov 2026.',
        detail: '2 downloads · no case number given',
      },
    ])
    const [finding] = judge([download({ caseNumber: 'C-2291' })], CONTEXT).findings
    expect(finding?.detail).toBe('1 download · case C-2291')
  })

  test('a play by the same person of the same call that was heard is enough', () => {
    expect(told('download-without-play', [play({ heardMs: 1 }), download({ minute: 9 })])).toEqual(
      [],
    )
    for (const other of [play({ heardMs: 0 }), play({ by: RAVI }), play({ recordingId: 500_001 })])
      expect(told('download-without-play', [other, download({ minute: 9 })])).toHaveLength(1)
  })

  test('in Focus a play is a play, and a refused download is none', () => {
    const who = { kind: 'focus-user' as const, username: 'owen.clarke@hallam-pryce.example' }
    const focus = { who, seenIn: 'focus' as const }
    expect(
      told('download-without-play', [play({ ...focus, heardMs: 0 }), download(focus)]),
    ).toEqual([])
    expect(told('download-without-play', [download({ decision: 'refused' })])).toEqual([])
  })
})

describe('brief-again', () => {
  const brief = (times: number, more: EventSketch = {}) =>
    many(times, (minute) => ({ minute, heardMs: 4_999, ...more }))

  test.each([
    [2, 4_999, 0],
    [3, 4_999, 1],
    [3, 5_000, 0],
  ])('%i plays of %i ms', (times, heardMs, found) =>
    expect(told('brief-again', brief(times, { heardMs }))).toHaveLength(found),
  )

  test('says which call', () => {
    expect(told('brief-again', brief(3))).toEqual([
      'Jo Castellan played the call of 10:02 on 20 Nov 2026 again and again, 3 times in all, each for under five seconds.',
    ])
  })

  test('several calls of one reader are one finding', () => {
    const events = [...brief(3), ...brief(4, { recordingId: 7 }), ...brief(2, { recordingId: 8 })]
    expect(told('brief-again', events)).toEqual([
      'Jo Castellan played 2 calls again and again, 7 times in all, each for under five seconds.',
    ])
  })

  test('one that goes on, and one that only Focus tells of, may have been heard', () => {
    expect(told('brief-again', brief(3, { ended: 'open' }))).toEqual([])
    expect(told('brief-again', brief(3, { seenIn: 'focus', ended: null }))).toEqual([])
  })
})

test('own-calls: the reader is a party, by the address', () => {
  expect(
    told('own-calls', [play({ of: [JO, PRIYA] }), play({ of: [JO], recordingId: 7 })]),
  ).toEqual(['Jo Castellan played 2 calls of their own.'])
  expect(told('own-calls', [play({ of: [PRIYA] })])).toEqual([])
  const who = { kind: 'focus-user' as const, username: JO.email?.toUpperCase() ?? '' }
  expect(told('own-calls', [event({ who, of: [JO] })])).toEqual([
    'Jo Castellan viewed a call of their own.',
  ])
})

describe('reporting-line', () => {
  test('up and down', () => {
    expect(told('reporting-line', [play({ by: RAVI })])).toEqual([
      'Ravi Menon played a call of Priya Shah, their manager.',
    ])
    expect(told('reporting-line', [event({ by: PRIYA, of: [RAVI] })])).toEqual([
      'Priya Shah viewed a call of Ravi Menon, who reports to them.',
    ])
    expect(told('reporting-line', [play({ by: JO, of: [RAVI] })])).toEqual([])
  })

  test('says once that it cannot be judged', () => {
    const { findings, notes } = judge([play(), event()], { ...CONTEXT, reportingLinesKnown: false })
    expect(findings).toEqual([])
    expect(notes).toHaveLength(1)
    expect(notes[0]).toContain('Who reports to whom is not known here')
  })
})

test('leaver: one of the firm who has left, no contact that is out of use', () => {
  expect(told('leaver', [play({ of: [ROSA] }), event({ of: [ROSA] })])).toEqual([
    'Jo Castellan accessed a call of Rosa Zielinski, who has left.',
  ])
  expect(told('leaver', [play({ of: [FAIRWEATHER] }), play()])).toEqual([])
})

describe('outside-hours', () => {
  test.each([
    ['Monday 07:59', '2026-11-23T07:59:59.000Z', 1],
    ['Monday 08:00', '2026-11-23T08:00:00.000Z', 0],
    ['Monday 17:59', '2026-11-23T17:59:59.999Z', 0],
    ['Monday 18:00', '2026-11-23T18:00:00.000Z', 1],
    ['Saturday noon', '2026-11-21T12:00:00.000Z', 1],
    ['a summer morning at 08:00 in London', '2026-07-13T07:00:00.000Z', 0],
    ['a summer evening at 18:00 in London', '2026-07-13T17:00:00.000Z', 1],
  ])('%s', (_, timeUtc, found) =>
    expect(told('outside-hours', [event({ timeUtc })])).toHaveLength(found),
  )

  test('says when, and what the hours are', () => {
    const events = [
      event({ action: 'download', timeUtc: '2026-11-23T22:40:00.000Z' }),
      event({ action: 'download', timeUtc: '2026-11-23T22:51:00.000Z', recordingId: 7 }),
    ]
    const found = judge(events, CONTEXT).findings.find(({ rule }) => rule === 'outside-hours')
    expect(found).toMatchObject({
      severity: 'low',
      sentence:
        'Jo Castellan downloaded 2 calls outside working hours, between 22:40 and 22:51 on 23 Nov 2026.',
      detail: '2 accesses · working hours are Monday to Friday, 08:00 to 18:00, Europe/London',
    })
  })
})

test('first-of-group: a group that was not accessed before, by somebody whose habit is known', () => {
  const before = (groups: string[]) => ({ before: [{ key: 'key-1003', playsPerDay: 1, groups }] })
  const events = [play({ of: [LUCA, PRIYA] })]
  expect(told('first-of-group', events, before(['Accounts']))).toEqual([
    'Jo Castellan played a call of Trading, a group new to them.',
  ])
  expect(told('first-of-group', events, before(['Accounts', 'Trading']))).toEqual([])
  expect(told('first-of-group', events, before([]))).toEqual([])
  expect(told('first-of-group', events)).toEqual([])
})

describe('whatever was accessed', () => {
  const people = fc.constantFrom(PRIYA, RAVI, JO, ROSA, LUCA, FAIRWEATHER)
  const story = fc.array(
    fc
      .record({
        minute: fc.integer({ min: 0, max: 2000 }),
        by: people,
        of: fc.array(people, { maxLength: 2 }),
        action: fc.constantFrom('play', 'view', 'download', 'peruse', 'search'),
        recordingId: fc.constantFrom(500_000, 500_001, null),
        heardMs: fc.constantFrom(0, 4_000, 90_000),
        unexplained: fc.boolean(),
      })
      .map(event),
    { maxLength: 40 },
  )

  test('findings hold only rows that are there, under a key each, in whatever order the rows came', () => {
    fc.assert(
      fc.property(story, (events) => {
        const { findings } = judge(events, CONTEXT)
        const keys = new Set(events.map(({ key }) => key))
        for (const finding of findings) {
          expect(finding.eventKeys.length).toBeGreaterThan(0)
          expect(finding.eventKeys.every((key) => keys.has(key))).toBe(true)
          expect(finding.key.length).toBeLessThan(300)
          expect(finding.sentence).not.toMatch(/undefined|NaN|null/)
        }
        expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length)
        expect(judge(events.toReversed(), CONTEXT).findings).toEqual(findings)
      }),
    )
  })
})
