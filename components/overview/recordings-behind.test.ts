import { expect, test } from 'vitest'
import { parseRecordingSearch, toRecordingSearch } from '@/lib/url/recordings-url'
import { recordingsBehind } from './recordings-behind'

const question = { q: 'refund from:now-90d -type:sms', from: 'now-30d', to: null }

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

test('what has no kind leads nowhere rather than to everything', () => {
  expect(recordingsBehind.day(question, '2026-11-20', '')).toBeNull()
  expect(recordingsBehind.transcripts(question, '', true)).toBeNull()
})

test('an hour of the week is its recordings by name', () => {
  expect(asked(recordingsBehind.ids([7, 9]))).toEqual({ ids: { include: [7, 9] } })
})

test('everything else narrows the question', () => {
  const open = { q: '', from: null, to: null }
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
