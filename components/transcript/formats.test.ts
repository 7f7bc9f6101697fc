import { expect, test } from 'vitest'
import { Transcript } from '@/lib/contract/transcript'
import { clock, transcriptText, transcriptVtt, vttTime } from '@/lib/format/transcript-text'
import { quotation, transcriptJson } from './formats'

const heading = {
  title: 'Priya Shah called +44 7897 897897',
  recordingId: 42,
  link: 'http://console.example/recordings/42',
}
const utterance = { personId: null, channel: null, confidence: null, sentiment: null, words: [] }
const transcript: Transcript = {
  recordingId: 42,
  language: 'en',
  unreadable: 0,
  utterances: [
    {
      ...utterance,
      speaker: 'Priya Shah',
      startMs: 0,
      endMs: 4_250,
      text: 'Good afternoon.\nHello?',
    },
    { ...utterance, speaker: null, startMs: 3_798_500, endMs: 3_798_500, text: 'a < b && c --> d' },
  ],
}

test('text has a heading and a line an utterance', () => {
  expect(transcriptText(transcript, heading)).toBe(
    'Priya Shah called +44 7897 897897\nRecording 42\nhttp://console.example/recordings/42\n\n' +
      '[0:00] Priya Shah: Good afternoon. Hello?\n[1:03:18] Unknown: a < b && c --> d\n',
  )
})

test('WebVTT has escaped cues that no text can break out of', () => {
  expect(transcriptVtt(transcript, heading)).toBe(
    'WEBVTT\n\nNOTE Priya Shah called +44 7897 897897, recording 42\n\n' +
      '1\n00:00:00.000 --> 00:00:04.250\n<v Priya Shah>Good afternoon. Hello?</v>\n\n' +
      '2\n01:03:18.500 --> 01:03:18.501\n<v Unknown>a &lt; b &amp;&amp; c --&gt; d</v>\n',
  )
})

test('JSON reads back as the transcript', () => {
  const read: unknown = JSON.parse(transcriptJson(transcript, heading))
  expect(Transcript.parse(read)).toEqual(transcript)
  expect(read).toMatchObject({ title: heading.title, link: heading.link })
})

test('a quotation names speaker, time and link', () => {
  expect(
    quotation({
      text: ' held for\ntwelve months ',
      speaker: 'Dana',
      atMs: 134_900,
      link: 'http://c/1?t=134',
    }),
  ).toBe('“held for twelve months”\nDana, 2:14\nhttp://c/1?t=134')
})

test('times are cut, not rounded up, except in WebVTT', () => {
  expect([clock(59_999), clock(3_599_999), clock(3_600_000)]).toEqual(['0:59', '59:59', '1:00:00'])
  expect(vttTime(59_999.6)).toBe('00:01:00.000')
})
