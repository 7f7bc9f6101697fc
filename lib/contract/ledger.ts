import { z } from 'zod'
import { Role } from './permission'
import { InstantUtc } from './recording'

/** Everything the access ledger tells apart. A name, once released, is never given another meaning. */
export const LEDGER_ACTIONS = [
  'sign-in',
  'sign-out',
  'search',
  'people-search',
  'view',
  'transcript-read',
  'sms-read',
  'comments-read',
  'play',
  'download',
  'export',
  'evidence-export',
  'audit-read',
  'reveal',
  'finding-dismiss',
  'retention-read',
  'ledger-read',
  'ledger-export',
  'ledger-verify',
  'account-change',
  'configuration-change',
  'erasure',
  'ledger-start',
  'ledger-stop',
] as const
export const LedgerAction = z.enum(LEDGER_ACTIONS)
export type LedgerAction = z.infer<typeof LedgerAction>

/** A stretch of media, in milliseconds from its start; end after start. */
export const Interval = z.object({ startMs: z.int().nonnegative(), endMs: z.int().positive() })
export type Interval = z.infer<typeof Interval>

/** A signed tree head in words: the first `size` entries (sequences 0 to `size` - 1) have this root. */
export const Checkpoint = z.object({
  size: z.int().nonnegative(),
  /** Root of the RFC 9162 Merkle tree, 64 hex digits. */
  rootHash: z.string(),
  timeUtc: InstantUtc,
  /** The C2SP signed note, to the byte. */
  note: z.string(),
})
export type Checkpoint = z.infer<typeof Checkpoint>

/** How far the ledger is proved, for the badge. */
export const LedgerState = z.object({
  /** Entries written so far. */
  size: z.int().nonnegative(),
  /** The newest checkpoint; null before the first. */
  checkpoint: Checkpoint.nullable(),
  /** The newest check of this server over its own entries; null before the first. */
  verified: z
    .object({
      sound: z.boolean(),
      size: z.int().nonnegative(),
      timeUtc: InstantUtc,
      words: z.string(),
    })
    .nullable(),
  /** Where checkpoints are kept outside the database: a file, an address, or null when nowhere. */
  witness: z.string().nullable(),
  /** The newest checkpoint that reached that place. */
  witnessedSize: z.int().nonnegative().nullable(),
  /** The public key as C2SP writes one: `name+id+base64`. */
  verifierKey: z.string(),
})
export type LedgerState = z.infer<typeof LedgerState>

/** One entry with everything that proves it. */
export const ProvenEntry = z.object({
  sequence: z.int().nonnegative(),
  timeUtc: InstantUtc,
  phase: z.enum(['intent', 'progress', 'outcome', 'event']),
  action: LedgerAction,
  /** The stored bytes, RFC 8785 canonical JSON. */
  leaf: z.string(),
  /** SHA-256(0x00 || leaf), 64 hex digits. */
  leafHash: z.string(),
  /** Clear text of the personal fields by field, with the salt of its commitment; absent after an erasure. */
  personal: z.record(z.string(), z.object({ salt: z.string(), text: z.string() })),
  /** RFC 9162 inclusion proof in `checkpoint`, hex; null when no checkpoint covers the entry yet. */
  proof: z.array(z.string()).nullable(),
  checkpoint: Checkpoint.nullable(),
})
export type ProvenEntry = z.infer<typeof ProvenEntry>

/** Somebody the ledger has entries of. */
export const LedgerActor = z.object({
  /** Stands for issuer and subject; opaque. */
  key: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  roles: z.array(Role),
})
export type LedgerActor = z.infer<typeof LedgerActor>

export const LedgerEntryParams = z.object({
  sequence: z
    .string()
    .regex(/^\d{1,15}$/, 'An entry is named by its number')
    .transform(Number),
})
export const LedgerActors = z.object({ actors: z.array(LedgerActor) })
