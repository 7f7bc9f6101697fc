import { expect, test } from 'vitest'
import { parseRecordingSearch, toRecordingSearch } from '@/lib/url/recordings-url'
import { questionCounted, recordingsBehind } from './recordings-behind'

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
  expect(asked(recordingsBehind.day(question, '2026-11-20', 'phone'))).toEqual({
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
    recordingsBehind.person(counted, 1001),
    recordingsBehind.endpoint(counted, 'sip:1'),
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
  expect(asked(recordingsBehind.day(both, '2026-11-20', 'phone')).kinds).toEqual({
    include: ['phone'],
    exclude: ['chat'],
  })
  expect(asked(recordingsBehind.transcripts(both, 'sms', true)).kinds?.include).toEqual(['sms'])
})

test('what has no kind leads nowhere rather than to everything', () => {
  expect(recordingsBehind.day(question, '2026-11-20', '')).toBeNull()
  expect(recordingsBehind.transcripts(question, '', true)).toBeNull()
})

test('an hour of the week is its recordings by name', () => {
  expect(asked(recordingsBehind.ids([7, 9]))).toEqual({ ids: { include: [7, 9] } })
})

test('everything else narrows the question', () => {
  const open = { q: '', from: null, to: null, ...UTC }
  expect(asked(recordingsBehind.duration(open, 'dur:<30s'))).toEqual({
    durationMs: { max: 29_000 },
  })
  expect(asked(recordingsBehind.person(open, 1001))).toEqual({ personIds: { include: [1001] } })
  expect(asked(recordingsBehind.endpoint(open, 'sip:1 2'))).toEqual({
    endpointValues: { include: ['sip:1 2'] },
  })
  expect(asked(recordingsBehind.transcripts(open, 'teams', false))).toEqual({
    kinds: { include: ['teams'] },
    hasTranscript: false,
  })
  expect(asked(recordingsBehind.person(question, 1001)).start?.from).toBe(
    '2026-08-25T12:00:00.000Z',
  )
})
