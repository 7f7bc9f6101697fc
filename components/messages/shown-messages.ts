import type { SmsMessage } from '@/lib/contract/message'
import { sideOfParty, sideOfUtterance } from '@/lib/contract/party-side'
import type { Recording } from '@/lib/contract/recording'
import type { Transcript } from '@/lib/contract/transcript'
import type { ShownMessage } from './message-view'

const MESSAGE_KINDS = new Set(['sms', 'whatsapp', 'chat', 'email'])

/** Whether a recording is read rather than heard. */
export function isMessage(recording: Pick<Recording, 'kind' | 'hasAudio' | 'hasVideo'>): boolean {
  const silent = recording.hasAudio !== true && recording.hasVideo !== true
  return silent && MESSAGE_KINDS.has(recording.kind ?? '')
}

type Conversation = Pick<Recording, 'direction' | 'parties' | 'startUtc'>

/** The one message of a text message's body. */
export function messageOf(recording: Conversation, message: SmsMessage): ShownMessage {
  const party =
    recording.parties.find((candidate) => candidate.value === message.from) ??
    recording.parties.find((candidate) => candidate.role === 'from')
  return {
    sender: party?.personName ?? message.from ?? party?.value ?? null,
    side: party === undefined ? 'external' : sideOfParty(recording, party),
    sentUtc: message.sentUtc ?? recording.startUtc,
    body: message.body,
    attachments: message.attachments,
  }
}

/** A chat kept as a transcript: one message an utterance, its time counted from the start. */
export function messagesOf(recording: Conversation, transcript: Transcript): ShownMessage[] {
  const startMs = recording.startUtc === null ? null : Date.parse(recording.startUtc)
  return transcript.utterances.map((utterance) => ({
    sender: utterance.speaker,
    side: sideOfUtterance(recording, utterance),
    sentUtc: startMs === null ? null : new Date(startMs + utterance.startMs).toISOString(),
    body: utterance.text,
    attachments: [],
  }))
}
