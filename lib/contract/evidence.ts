import { z } from 'zod'
import { AccessReason } from './access-reason'
import { InstantUtc, RecordingId } from './recording'
import { RecordingSearch } from './recording-search'

export const MOST_RECORDINGS_PACKED = 2000

/** What to pack: named recordings, or all that a search finds. */
export const EvidenceRequest = z.strictObject({
  recordings: z.union([
    z.strictObject({ ids: z.array(RecordingId).min(1).max(MOST_RECORDINGS_PACKED) }),
    z.strictObject({ search: RecordingSearch.omit({ limit: true, offset: true }) }),
  ]),
  /** The search as the reader wrote it; stands in the package. */
  query: z.string().max(5000),
  reason: AccessReason,
  /** Media weighs most; without it the package is made without a play in Focus's audit. */
  media: z.boolean().default(true),
})
export type EvidenceRequest = z.infer<typeof EvidenceRequest>

export const EvidenceId = z.uuid()
export const EvidenceParams = z.object({ id: EvidenceId })

/** How far a package is. `ready` stays until `expiresUtc`, and can be fetched again and in part. */
export const EvidenceState = z.object({
  id: EvidenceId,
  state: z.enum(['making', 'ready', 'failed', 'cancelled']),
  /** Recordings in it. */
  recordings: z.int().nonnegative().nullable(),
  packed: z.int().nonnegative(),
  /** What could not be packed, each with a sentence that stands in the package too. */
  missing: z.array(z.object({ recordingId: RecordingId, what: z.string(), why: z.string() })),
  /** Written so far; all of it when ready. */
  sizeBytes: z.int().nonnegative(),
  /** Of the ZIP, when ready, 64 hex digits. */
  sha256: z.string().nullable(),
  fileName: z.string(),
  /** The ledger's entry of it. */
  entry: z.int().nonnegative(),
  startedUtc: InstantUtc,
  expiresUtc: InstantUtc.nullable(),
  problem: z.unknown().nullable(),
})
export type EvidenceState = z.infer<typeof EvidenceState>
export const EvidenceList = z.object({ packages: z.array(EvidenceState) })
