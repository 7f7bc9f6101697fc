import { expect, test } from 'vitest'
import { isMessage, messageOf, messagesOf } from './shown-messages'

const recording = {
  direction: 'inbound',
  startUtc: '2026-11-23T13:38:00Z',
  parties: [
    {
      endpointId: 1,
      endpointType: 'phone',
      value: '447897897897',
      role: 'from',
      personId: null,
      personName: null,
    },
    {
      endpointId: 2,
      endpointType: 'phone',
      value: '441',
      role: 'to',
      personId: 7,
      personName: 'Priya Shah',
    },
  ],
}

test('what is read rather than heard', () => {
  expect(isMessage({ kind: 'sms', hasAudio: false, hasVideo: false })).toBe(true)
  expect(isMessage({ kind: 'whatsapp', hasAudio: null, hasVideo: null })).toBe(true)
  expect(isMessage({ kind: 'whatsapp', hasAudio: true, hasVideo: null })).toBe(false)
  expect(isMessage({ kind: 'phone', hasAudio: false, hasVideo: false })).toBe(false)
})

test('a message stands on its sender’s side, and takes the recording’s time for want of its own', () => {
  const message = { recordingId: 1, to: null, sentUtc: null, body: 'Hello', attachments: [] }
  expect(messageOf(recording, { ...message, from: '447897897897' })).toMatchObject({
    sender: '447897897897',
    side: 'external',
    sentUtc: '2026-11-23T13:38:00Z',
  })
  expect(messageOf(recording, { ...message, from: '441' })).toMatchObject({
    sender: 'Priya Shah',
    side: 'internal',
  })
})

test('a chat kept as a transcript has a message an utterance', () => {
  const utterance = {
    speaker: 'Priya Shah',
    personId: 7,
    channel: null,
    startMs: 90_000,
    endMs: 90_000,
    text: 'On my way',
    confidence: null,
    sentiment: null,
    words: [],
  }
  expect(
    messagesOf(recording, {
      recordingId: 1,
      language: null,
      unreadable: 0,
      utterances: [utterance],
    }),
  ).toEqual([
    {
      sender: 'Priya Shah',
      side: 'internal',
      sentUtc: '2026-11-23T13:39:30.000Z',
      body: 'On my way',
      attachments: [],
    },
  ])
})
