import { z } from 'zod'
import { InstantUtc, RecordingId } from './recording'
import { RecordingSearch } from './recording-search'

export const MOST_RECORDINGS_TALLIED = 100_000

/** Which recordings are to be counted, and how many of them at most. */
export const RecordingTallyRequest = z.strictObject({
  recordings: RecordingSearch.omit({ limit: true, offset: true, sort: true }).optional(),
  most: z.int().min(1).max(MOST_RECORDINGS_TALLIED).default(20_000),
})
export type RecordingTallyRequest = z.infer<typeof RecordingTallyRequest>

/** Somebody, or an endpoint, that took part; masked for who sees pseudonyms. */
export const TalliedParty = z.object({
  personId: z.number().nullable(),
  personName: z.string().nullable(),
  value: z.string().nullable(),
})
export type TalliedParty = z.infer<typeof TalliedParty>

/** What counting needs of a recording, and no more. */
export const TalliedRecording = z.object({
  id: RecordingId,
  kind: z.string().nullable(),
  startUtc: InstantUtc.nullable(),
  durationMs: z.number().nonnegative().nullable(),
  hasTranscript: z.boolean().nullable(),
  parties: z.array(TalliedParty),
})
export type TalliedRecording = z.infer<typeof TalliedRecording>

export const RecordingTallyLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('recordings'),
    recordings: z.array(TalliedRecording),
    /** So far, these included. */
    read: z.int().nonnegative(),
    unreadable: z.int().nonnegative(),
    /** How many the search finds; null when Focus does not say. */
    total: z.int().nonnegative().nullable(),
  }),
  z.object({
    type: z.literal('end'),
    /** Every recording of the search was read; false where `most` or an unsteady list cut it short. */
    complete: z.boolean(),
  }),
  z.object({ type: z.literal('problem'), problem: z.unknown() }),
])
export type RecordingTallyLine = z.infer<typeof RecordingTallyLine>
