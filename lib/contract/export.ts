import { z } from 'zod'
import { ReasonId } from './access-reason'
import { Checkpoint } from './ledger'
import { InstantUtc } from './recording'

/** That the caller takes a list out of this console: asked before the file is made, so that the ledger has it first. */
export const ExportRequest = z.strictObject({
  of: z.enum(['recordings', 'audit', 'retention', 'transcript', 'people', 'endpoints', 'users']),
  format: z.enum(['csv', 'csv-raw', 'jsonl', 'pdf', 'txt', 'vtt', 'json']),
  /** The filter as the reader sees it, with its time range. */
  filter: z.string().max(5000),
  /** The zone the file's times are in, in words. */
  zone: z.string().max(100),
  /** Rows, where that is known before. */
  rows: z.int().nonnegative().nullable(),
  /** The one recording it is about, where it is one. */
  recordingId: z.int().positive().nullable().default(null),
  reason: ReasonId.optional(),
})
export type ExportRequest = z.infer<typeof ExportRequest>

/** What the file may say of itself. */
export const ExportGrant = z.object({
  /** The ledger's entry of this export. */
  entry: z.int().nonnegative(),
  timeUtc: InstantUtc,
  actor: z.string(),
  checkpoint: Checkpoint.nullable(),
})
export type ExportGrant = z.infer<typeof ExportGrant>
