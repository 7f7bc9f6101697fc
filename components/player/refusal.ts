import type { RecordingDetail } from '@/lib/contract/recording'

type Media = Pick<RecordingDetail, 'hasAudio' | 'hasVideo' | 'expiryUtc' | 'legalHold'>

/**
 * Why a recording cannot be played, known before asking; null when it is worth asking. What Focus left open is worth asking.
 */
export function refusalOf(recording: Media, mayPlay: boolean, nowMs: number): string | null {
  if (recording.hasAudio === false && recording.hasVideo !== true) return 'No media was recorded.'
  const { expiryUtc, legalHold } = recording
  if (expiryUtc !== null && legalHold !== true && Date.parse(expiryUtc) <= nowMs) {
    return 'The media has expired under its retention policy.'
  }
  if (!mayPlay) return 'Your role does not play recordings. An administrator can grant it.'
  return null
}
