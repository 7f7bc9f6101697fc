import { expect, test } from 'vitest'
import { parseRecordingSearch, toRecordingSearch } from '@/lib/url/recordings-url'
import { MOST_SEARCH_TEXT } from '@/lib/url/search-text'
import { questionCounted, recordingsBehind } from './recordings-behind'
import { MOST_NAMED } from './tally'

const party = { name: 'Ann', count: 2, ids: [7, 9], durationMs: 0 }
const ANN = { ...party, personId: 1001 }
const endpoint = (value: string) => ({ ...party, value })
const UTC = { span: {}, timeZone: 'UTC' }
const question = { q: 'refund from:now-90d -type:sms', from: 'now-30d', to: null, ...UTC }

/** What the list behind a link asks for. */
function asked(href: string | null) {
  if (href === null) throw new Error('It leads nowhere')
  const state = parseRecordingSearch(new URL(href, 'http://console').searchParams)
  const { sort: _order, ...search } = toRecordingSearch(state, '2026-11-23T12:00:00Z', 'UTC')
  return search
}

test('a day is that day alone, whatever range the question has', () => {
  expect(asked(recordingsBehind.day(question, '2026-11-20', ['phone']))).toEqual({
    text: 'refund',
    kinds: { exclude: ['sms'], include: ['phone'] },
    start: { from: '2026-11-20T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' },
  })
})

test('the first and the last day end where the question did, in the zone of the days', () => {
  const span = { from: '2026-11-16T12:00:00Z', to: '2026-11-20T09:30:00.000Z' }
  const week = { q: 'type:sms', from: 'now-7d', to: 'now-3d', span, timeZone: 'Europe/Paris' }
  const opened = (day: string) => {
    const { searchParams } = new URL(recordingsBehind.day(week, day) ?? '', 'http://console')
    return [searchParams.get('from'), searchParams.get('to')]
  }
  expect(opened('2026-11-16')).toEqual(['2026-11-16T12:00:00.000Z', '2026-11-16'])
  expect(opened('2026-11-18')).toEqual(['2026-11-18', '2026-11-18'])
  expect(opened('2026-11-20')).toEqual(['2026-11-20', '2026-11-20T09:30:00.000Z'])
  // Midnight in Paris is the whole day, not a cut of it.
  const whole = { ...week, span: { from: '2026-11-15T23:00:00Z' } }
  expect(recordingsBehind.day(whole, '2026-11-16')).toContain('from=2026-11-16&')
})

test('where the oldest were left out, every mark begins at the oldest counted', () => {
  const wanted = { q: 'from:now-90d to:now-1d refund', from: 'now-30d', to: null }
  const span = { from: '2026-08-25T12:00:00.000Z', to: '2026-11-22T12:00:00.000Z' }
  const counted = questionCounted(wanted, span, '2026-11-20T14:05:09Z', 'UTC')
  const since = { from: '2026-11-20T14:05:09.000Z', to: '2026-11-22T12:00:00.000Z' }
  for (const href of [
    recordingsBehind.duration(counted, 'dur:<30s'),
    recordingsBehind.person(counted, ANN).href,
    recordingsBehind.endpoint(counted, endpoint('sip:1')).href,
    recordingsBehind.transcripts(counted, 'teams', true),
  ])
    expect(asked(href).start).toEqual(since)
  expect(asked(recordingsBehind.day(counted, '2026-11-20')).start).toEqual({
    from: since.from,
    to: '2026-11-21T00:00:00.000Z',
  })
  expect(questionCounted(wanted, span, null, 'UTC')).toMatchObject(wanted)
})

test('one kind of a question for several is that kind alone', () => {
  const both = { ...question, q: 'type:phone,teams type:sms -type:chat' }
  expect(asked(recordingsBehind.day(both, '2026-11-20', ['phone'])).kinds).toEqual({
    include: ['phone'],
    exclude: ['chat'],
  })
  expect(asked(recordingsBehind.day(both, '2026-11-20', ['sms', 'fax'])).kinds?.include).toEqual([
    'sms',
    'fax',
  ])
  expect(asked(recordingsBehind.transcripts(both, 'sms', true)).kinds?.include).toEqual(['sms'])
})

test('what has no kind leads nowhere rather than to everything', () => {
  expect(recordingsBehind.day(question, '2026-11-20', [''])).toBeNull()
  expect(recordingsBehind.transcripts(question, '', true)).toBeNull()
})

test('an hour of the week is its recordings by name, as many as an address carries', () => {
  const hour = recordingsBehind.hour({ count: 2, ids: [7, 9] })
  expect(asked(hour.href)).toEqual({ ids: { include: [7, 9] } })
  expect(hour.opens).toBeUndefined()
  for (const first of [500_000, 900_000_000_000_000]) {
    const ids = Array.from({ length: MOST_NAMED }, (_, at) => first + at)
    const { href, opens } = recordingsBehind.hour({ count: 5_000, ids })
    // Not one id is cut in two, and as many as are said are opened.
    expect(asked(href).ids?.include).toEqual(ids.slice(0, opens))
    expect(opens).toBeGreaterThan(200)
  }
})

test('somebody beside another, and an endpoint beside another or masked, are named too', () => {
  const ofBen = { ...question, q: 'person:1002 number:442' }
  const by = { ids: { include: [7, 9] } }
  expect(asked(recordingsBehind.person(ofBen, ANN).href)).toEqual(by)
  expect(asked(recordingsBehind.endpoint(ofBen, endpoint('441')).href)).toEqual(by)
  expect(asked(recordingsBehind.endpoint(question, endpoint('+44 •••• ••97')).href)).toEqual(by)
})

test('a question too long for one token more leads nowhere rather than to more', () => {
  const long = { ...question, q: 'x'.repeat(MOST_SEARCH_TEXT - 5) }
  expect(recordingsBehind.duration(long, 'dur:<30s')).toBeNull()
  expect(recordingsBehind.person(long, ANN).href).toBeNull()
  expect(recordingsBehind.day(long, '2026-11-20')).not.toBeNull()
})

test('everything else narrows the question', () => {
  const open = { q: '', from: null, to: null, ...UTC }
  expect(asked(recordingsBehind.duration(open, 'dur:<30s'))).toEqual({
    durationMs: { max: 29_000 },
  })
  expect(asked(recordingsBehind.person(open, ANN).href)).toEqual({ personIds: { include: [1001] } })
  expect(asked(recordingsBehind.endpoint(open, endpoint('sip:1 2')).href)).toEqual({
    endpointValues: { include: ['sip:1 2'] },
  })
  expect(asked(recordingsBehind.transcripts(open, 'teams', false))).toEqual({
    kinds: { include: ['teams'] },
    hasTranscript: false,
  })
  expect(asked(recordingsBehind.person(question, ANN).href).start?.from).toBe(
    '2026-08-25T12:00:00.000Z',
  )
})
