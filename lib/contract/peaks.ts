import { z } from 'zod'
import { RecordingId } from './recording'

/** Asked with `GET …/peaks?points=`: how many buckets at most over the whole duration. */
export const PeaksQuery = z.object({
  points: z.coerce.number().int().min(100).max(20000).default(4000),
})
export type PeaksQuery = z.infer<typeof PeaksQuery>

/**
 * The loudness of each channel over time, computed on the server from the bytes being played. While the
 * media still arrives `complete` is false and the channels end at `coveredMs`; ask again for more.
 */
export const Peaks = z.object({
  recordingId: RecordingId,
  /** Duration of the decoded media; while incomplete the best estimate, null when there is none. */
  durationMs: z.number().nonnegative().nullable(),
  coveredMs: z.number().nonnegative(),
  complete: z.boolean(),
  /** Length of one bucket. */
  bucketMs: z.number().positive(),
  /** One array a channel, one value a bucket: the greatest absolute sample, 0 to 127. */
  channels: z.array(z.array(z.int().min(0).max(127))),
  /** Stretches of at least 1.5 s in which every channel stays below `silenceThresholdDb`. */
  silences: z.array(
    z.object({ startMs: z.number().nonnegative(), endMs: z.number().nonnegative() }),
  ),
  silenceThresholdDb: z.number(),
  /** Why there are no peaks for this media (a codec not decoded here), as a sentence; null when there are. */
  unavailable: z.string().nullable(),
})
export type Peaks = z.infer<typeof Peaks>
