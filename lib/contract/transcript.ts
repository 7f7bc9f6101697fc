import { z } from 'zod'
import { RecordingId } from './recording'

/** A word within an utterance. Milliseconds from the start of the media. */
export const Word = z.object({
  text: z.string(),
  startMs: z.number().nonnegative(),
  endMs: z.number().nonnegative(),
  /** 0 to 1, null when not stated. */
  confidence: z.number().nullable(),
})
export type Word = z.infer<typeof Word>

/** One stretch of speech by one speaker. Milliseconds from the start of the media. */
export const Utterance = z.object({
  speaker: z.string().nullable(),
  personId: z.number().nullable(),
  /** Zero-based audio channel, null when not stated. */
  channel: z.int().nonnegative().nullable(),
  startMs: z.number().nonnegative(),
  endMs: z.number().nonnegative(),
  text: z.string(),
  confidence: z.number().nullable(),
  sentiment: z.union([z.string(), z.number()]).nullable(),
  words: z.array(Word),
})
export type Utterance = z.infer<typeof Utterance>

/** Utterances in order of `startMs`. `unreadable` counts those that could not be decoded. */
export const Transcript = z.object({
  recordingId: RecordingId,
  language: z.string().nullable(),
  utterances: z.array(Utterance),
  unreadable: z.int().nonnegative(),
})
export type Transcript = z.infer<typeof Transcript>
