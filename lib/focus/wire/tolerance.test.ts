import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FocusAccess } from '@/lib/contract/access-event'
import { CommentList } from '@/lib/contract/comment'
import { EndpointPage } from '@/lib/contract/directory-endpoint'
import { SmsMessage } from '@/lib/contract/message'
import { PeopleNames, PersonPage } from '@/lib/contract/person'
import { Recording, RecordingDetail } from '@/lib/contract/recording'
import { Transcript } from '@/lib/contract/transcript'
import { UserPage } from '@/lib/contract/user'
import { FocusAuditEvent, toAccessAudit } from './audit'
import { tokenLifeMs } from './auth'
import { toCommentList } from './comment'
import { FocusEndpointRow, toEndpointPage, toEndpointSearch } from './endpoint'
import { wireId, wireInstant } from './field'
import { FocusPerson, toPeopleNames, toPeopleSearch, toPersonPage } from './person'
import { FocusRecordingDetail, toRecording, toRecordingDetail } from './recording'
import { nextOffset, toFocusSearch } from './recording-search'
import { wireEnvelope } from './row'
import { toSmsMessage } from './sms-message'
import { FocusSegment, FocusTranscript, toTranscript } from './transcript'
import { FocusUser, toUserPage, toUserSearch } from './user'

/** Any JSON, as it comes from a parser. */
const anyJson = fc.json().map((text): unknown => JSON.parse(text))

/** A row with fields of the schema's names and values of any kind. */
const rowLike = (names: string[]) =>
  fc
    .record(Object.fromEntries(names.map((name) => [name, anyJson])), { requiredKeys: [] })
    .map((row): unknown => JSON.parse(JSON.stringify(row)))

const detailLike = rowLike(Object.keys(FocusRecordingDetail.shape))

describe('whatever comes, mapping never throws and what it gives holds to the contract', () => {
  test('recordings', () => {
    fc.assert(
      fc.property(fc.oneof(anyJson, detailLike), (raw) => {
        const recording = toRecording(raw)
        if (recording !== null) Recording.parse(recording)
      }),
    )
  })

  test('an identity is enough: no wrong optional field loses its row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), detailLike, (interactionId, rest) => {
        const raw = { ...Object(rest), interactionId }
        const detail = toRecordingDetail(raw)
        expect(RecordingDetail.parse(detail).id).toBe(interactionId)
        expect(toRecording(raw)?.id).toBe(interactionId)
      }),
    )
  })

  test('transcripts', () => {
    const segments = fc.array(fc.oneof(anyJson, rowLike(Object.keys(FocusSegment.shape))))
    fc.assert(
      fc.property(fc.oneof(anyJson, fc.record({ segments })), (raw) => {
        const transcript = toTranscript(1, raw)
        if (transcript === null) return
        Transcript.parse(transcript)
        const given = FocusTranscript.parse(raw).segments.length
        expect(transcript.utterances.length + transcript.unreadable).toBe(given)
      }),
    )
  })

  test('messages, comments and people', () => {
    fc.assert(
      fc.property(fc.array(anyJson), anyJson, (rows, raw) => {
        const message = toSmsMessage(1, raw)
        if (message !== null) SmsMessage.parse(message)
        CommentList.parse(toCommentList(1, { rows }))
        PeopleNames.parse(toPeopleNames({ rows }))
        wireEnvelope('rows').safeParse(raw)
      }),
    )
  })

  test('audits, the directory and users', () => {
    const rowsOf = (names: string[]) => fc.array(fc.oneof(anyJson, rowLike(names)))
    const rows = fc.record({
      audit: rowsOf(Object.keys(FocusAuditEvent.shape)),
      people: rowsOf([...Object.keys(FocusPerson.shape), 'managerId']),
      users: rowsOf(Object.keys(FocusUser.shape)),
      endpoints: rowsOf(Object.keys(FocusEndpointRow.shape)),
    })
    fc.assert(
      fc.property(rows, ({ audit, people, users, endpoints }) => {
        const accesses = toAccessAudit(7, { rows: audit })
        for (const row of accesses.rows) FocusAccess.parse(row)
        expect(accesses.rows.length + accesses.unreadable).toBe(audit.length)
        const page = PersonPage.parse(toPersonPage(toPeopleSearch({}), { rows: people }))
        expect(page.people.length + page.unreadable).toBe(people.length)
        const found = UserPage.parse(toUserPage(toUserSearch({}, 200), { rows: users }, 'service'))
        expect(found.users.length + found.unreadable).toBe(users.length)
        const listed = toEndpointPage(toEndpointSearch({}, 200), { rows: endpoints })
        expect(EndpointPage.parse(listed).endpoints.length + listed.unreadable).toBe(
          endpoints.length,
        )
      }),
    )
  })

  test('tokens', () => {
    fc.assert(
      fc.property(fc.string(), anyJson, (text, claims) => {
        const encoded = Buffer.from(JSON.stringify(claims)).toString('base64url')
        for (const token of [text, `a.${encoded}.b`])
          expect(tokenLifeMs(token, 1_700_000_000_000)).toBeGreaterThan(0)
      }),
    )
  })
})

test('an audit row keeps a word never heard before, and an id that came as text', () => {
  const row = { auditId: '81', datetimeUTC: '2026-11-23T16:42:29', action: 'peek', userId: '7103' }
  const known = { recordingId: 7, username: null, address: null, detail: null }
  expect(toAccessAudit(7, { rows: [row, { action: 'view' }, null] })).toEqual({
    rows: [{ ...known, id: 81, timeUtc: '2026-11-23T16:42:29.000Z', userId: 7103, action: 'peek' }],
    unreadable: 2,
  })
})

test('a person of the directory with groups in both forms and a manager', () => {
  const raw = {
    personId: 1,
    firstName: 'Priya',
    lastName: 'Shah',
    groups: [{ groupId: 302, name: 'Accounts' }, 'Desk 4', null],
    managerId: '2',
    endpoints: [{ endpointId: '9' }, {}],
  }
  const groups = [
    { groupId: 302, name: 'Accounts' },
    { groupId: null, name: 'Desk 4' },
  ]
  expect(toPersonPage(toPeopleSearch({ limit: 1 }), { rows: [raw] })).toMatchObject({
    people: [{ name: 'Priya Shah', groups, managerId: 2, endpoints: [{ endpointId: 9 }] }],
    nextOffset: 1,
  })
})

describe('instants', () => {
  test.each([
    ['2025-06-20T10:30:00Z', '2025-06-20T10:30:00.000Z'],
    ['2025-06-20T10:30:00', '2025-06-20T10:30:00.000Z'],
    ['2025-06-20 10:30:00.5', '2025-06-20T10:30:00.500Z'],
    ['2025-06-20T10:30:00.1234567Z', '2025-06-20T10:30:00.123Z'],
    ['2025-06-20T12:30:00+02:00', '2025-06-20T10:30:00.000Z'],
    ['2025-06-20T05:00:00-0530', '2025-06-20T10:30:00.000Z'],
  ])('%s is %s', (given, expected) => expect(wireInstant.parse(given)).toBe(expected))

  test.each(['', 'yesterday', '2025-13-01T00:00:00Z', '20 June 2025', '2025-06-20T25:00:00Z'])(
    '"%s" is none',
    (given) => expect(wireInstant.safeParse(given).success).toBe(false),
  )
})

test.each([1.5, -1, 2 ** 53, '9007199254740993', '1e3', ' 7', '', true, null, [1]])(
  '%s is no id',
  (value) => expect(wireId.safeParse(value).success).toBe(false),
)

describe('a recording', () => {
  test('keeps what it has no name for, and what it could not read', () => {
    const raw = {
      interactionId: '7',
      recordingId: 7,
      durationSeconds: 'long',
      direction: null,
      tags: ['a', 3],
      endpoints: [{ value: '+447897897897', type: 'phone' }, 'someone'],
      mood: ['good'],
    }
    expect(toRecording(raw)).toMatchObject({
      id: 7,
      durationMs: null,
      direction: null,
      tags: ['a'],
      parties: [{ value: '447897897897', endpointType: 'phone', personName: null }],
      otherFields: {
        durationSeconds: 'long',
        mood: ['good'],
        tags: ['a', 3],
        endpoints: raw.endpoints,
      },
    })
    expect(toRecording(raw)?.otherFields).not.toHaveProperty('direction')
  })

  test('of a length beyond all measure has none', () => {
    const raw = { interactionId: 7, durationSeconds: Number.MAX_VALUE }
    expect(toRecording(raw)).toMatchObject({
      durationMs: null,
      otherFields: { durationSeconds: Number.MAX_VALUE },
    })
  })

  test('has custom fields of any type, as text', () => {
    const detail = toRecordingDetail({ interactionId: 7, customFields: { a: 1, b: 'x', c: null } })
    expect(detail?.customFields).toEqual({ a: '1', b: 'x' })
  })
})

test('utterances come in order of time, and one that says nothing is counted', () => {
  const transcript = toTranscript(7, {
    interactionId: 7,
    segments: [
      { startMs: 900, endMs: 100, text: 'late' },
      { startMs: 0, words: [{ text: 'well', startMs: 0, endMs: 300 }] },
      { startMs: 5 },
      { text: 'never' },
    ],
  })
  expect(transcript).toMatchObject({
    unreadable: 2,
    utterances: [
      { text: 'well', endMs: 300 },
      { text: 'late', startMs: 900, endMs: 900 },
    ],
  })
  expect(toTranscript(8, { interactionId: 7, segments: [] })).toBeNull()
})

test('a search without filters asks for none', () => {
  const empty = {
    ids: { include: [], exclude: [] },
    start: {},
    text: '',
    directions: { include: [] },
  }
  expect(toFocusSearch(empty)).toEqual({ limit: 50, offset: 0 })
  expect(toFocusSearch({ durationMs: { min: 90_000 }, hasComments: false })).toEqual({
    durationSeconds: { min: 90 },
    hasComments: false,
    limit: 50,
    offset: 0,
  })
})

test.each([
  [50, 0, 50, 120, 50],
  [50, 100, 20, 120, null],
  [50, 0, 20, 120, 20], // a tenant with a smaller limit than ours
  [50, 0, 50, null, 50],
  [50, 0, 49, null, null],
  [50, 50, 0, null, null],
  [50, 50, 0, 120, null],
])('limit %i, offset %i, %i received of %s: next %s', (limit, offset, received, total, next) =>
  expect(nextOffset({ limit, offset }, received, total)).toBe(next),
)
