import type { Fault } from '../server/fault-names'
import type { Format } from './recording-facts'

/** A recording whose index, and so whose id, never moves. Left-out facts are drawn as for any other. */
export type NamedRecording = {
  /** The last part of its tag, `sandbox.named.<name>` or `sandbox.fault.<name>`. */
  name: string
  fault?: Fault
  kind?: string
  direction?: 'inbound' | 'outbound' | 'internal'
  durationSeconds?: number
  format?: Format
  /** A subscriber's display name. */
  internal?: string
  /** A value in the directory, a phone number or an e-mail address. */
  other?: string
  hasMedia?: false
  hasTranscription?: boolean
  legalHold?: boolean
  retentionGroupId?: number
  commentCount?: number
  /** How the row itself is misshapen. */
  oddity?: 'id-as-string' | 'recording-id' | 'bare' | 'undecodable'
}

const call = (name: string, durationSeconds: number, format: Format): NamedRecording => ({
  name,
  kind: 'phone',
  durationSeconds,
  format,
  hasTranscription: true,
})
const fault = (name: Fault): NamedRecording => ({
  ...call(name, 90, 'wav-pcm'),
  fault: name,
  commentCount: 2,
})

/** By index: the interaction id is 500000 and the place in this list. Append only. */
export const NAMED_RECORDINGS: readonly NamedRecording[] = [
  {
    ...call('plain-call', 400, 'wav-pcm'),
    direction: 'outbound',
    internal: 'Priya Shah',
    other: '447897897897',
    commentCount: 3,
  },
  call('mu-law', 300, 'wav-mulaw'),
  call('a-law', 300, 'wav-alaw'),
  call('mp3', 300, 'mp3'),
  call('opus', 300, 'opus'),
  call('gsm', 0, 'wav-gsm'),
  call('m4a', 0, 'm4a'),
  { ...call('video', 0, 'mp4'), kind: 'teams', direction: 'outbound' },
  { ...call('three-hours', 10_800, 'wav-mulaw'), kind: 'contact-centre', direction: 'inbound' },
  call('one-hour', 3600, 'wav-pcm'),
  call('one-minute', 60, 'wav-pcm'),
  { ...call('twenty-seconds', 20, 'wav-alaw'), kind: 'contact-centre', direction: 'inbound' },
  { name: 'sms', kind: 'sms', direction: 'inbound', other: '447897897897' },
  { name: 'whatsapp', kind: 'whatsapp', direction: 'outbound' },
  { name: 'chat', kind: 'chat', direction: 'inbound' },
  { name: 'email', kind: 'email', direction: 'outbound' },
  { ...call('no-transcript', 240, 'wav-pcm'), hasTranscription: false },
  { ...call('no-media', 240, 'wav-pcm'), hasMedia: false },
  { ...call('legal-hold', 240, 'wav-mulaw'), legalHold: true, retentionGroupId: 41 },
  { ...call('expired', 240, 'wav-pcm'), retentionGroupId: 44, legalHold: false },
  call('three-hours-mp3', 10_800, 'mp3'),
  call('three-hours-opus', 10_800, 'opus'),
  call('one-hour-mp3', 3600, 'mp3'),
  { ...call('unknown-kind', 120, 'wav-pcm'), kind: 'holo-conference' },
  { ...call('id-as-string', 120, 'wav-pcm'), oddity: 'id-as-string' },
  { ...call('recording-id', 120, 'wav-pcm'), oddity: 'recording-id' },
  { ...call('bare', 120, 'wav-pcm'), oddity: 'bare' },
  call('one-hour-opus', 3600, 'opus'),
  { ...call('no-comments', 120, 'mp3'), commentCount: 0 },
  { ...call('many-comments', 600, 'opus'), commentCount: 24 },
  fault('slow'),
  fault('429'),
  fault('429-date'),
  fault('429-bare'),
  fault('500-html'),
  fault('503'),
  fault('503-recovers'),
  fault('401-once'),
  fault('403'),
  fault('not-json'),
  fault('cut-json'),
  { ...fault('unreadable-row'), oddity: 'undecodable' },
  fault('unreadable-parts'),
  fault('audio-cut'),
  fault('audio-no-length'),
  fault('audio-no-range'),
  fault('audio-slow'),
  fault('audio-stalls'),
  fault('audio-404'),
]

/** The dotted tag a named recording is found by. */
export function tagOfNamed(named: NamedRecording): string {
  return `sandbox.${named.fault ? 'fault' : 'named'}.${named.name}`
}
