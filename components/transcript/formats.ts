import type { Transcript } from '@/lib/contract/transcript'
import {
  clock,
  oneLine,
  type TranscriptHeading,
  transcriptText,
  transcriptVtt,
} from '@/lib/format/transcript-text'

/** The transcript as this console's API answers it, with its heading. */
export function transcriptJson(transcript: Transcript, heading: TranscriptHeading): string {
  return `${JSON.stringify({ ...heading, ...transcript }, null, 2)}\n`
}

/** A quotation to paste: words, speaker, time, and the link that plays them. */
export function quotation(quote: {
  text: string
  speaker: string | null
  atMs: number
  link: string
}): string {
  return `“${oneLine(quote.text)}”\n${quote.speaker ?? 'Unknown'}, ${clock(quote.atMs)}\n${quote.link}`
}

/** Formats a transcript can be saved in, in the order they are offered. */
export const SAVE_FORMATS = [
  { label: 'Text', extension: 'txt', mediaType: 'text/plain', write: transcriptText },
  { label: 'WebVTT', extension: 'vtt', mediaType: 'text/vtt', write: transcriptVtt },
  { label: 'JSON', extension: 'json', mediaType: 'application/json', write: transcriptJson },
] as const
