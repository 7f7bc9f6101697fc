import { z } from 'zod'
import { Interval, LedgerAction, LedgerState } from './ledger'
import { Role } from './permission'
import { InstantUtc, Party, RecordingId } from './recording'
import { RecordingSearch } from './recording-search'

/** One row of Focus's own audit of a recording. */
export const FocusAccess = z.object({
  id: z.number(),
  recordingId: RecordingId,
  timeUtc: InstantUtc.nullable(),
  username: z.string().nullable(),
  userId: z.number().nullable(),
  /** As Focus words it: `view`, `play`, `download`, … */
  action: z.string().nullable(),
  address: z.string().nullable(),
  detail: z.string().nullable(),
})
export type FocusAccess = z.infer<typeof FocusAccess>

/** Who did it: somebody signed in here, a user of Focus itself, or nobody that either side can name. */
export const Accessor = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    /** Of `LedgerActor`. */
    key: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    roles: z.array(Role),
  }),
  z.object({ kind: z.literal('focus-user'), username: z.string() }),
  /** The service user, at a moment for which the ledger has nobody. */
  z.object({ kind: z.literal('nobody'), username: z.string().nullable() }),
])
export type Accessor = z.infer<typeof Accessor>

/** What is known of the call that was accessed; parties tell whose it is. */
export const AccessedCall = z.object({
  recordingId: RecordingId,
  startUtc: InstantUtc.nullable(),
  durationMs: z.number().nonnegative().nullable(),
  kind: z.string().nullable(),
  direction: z.string().nullable(),
  parties: z.array(Party),
  tags: z.array(z.string()),
  retentionGroupId: z.number().nullable(),
})
export type AccessedCall = z.infer<typeof AccessedCall>

/** One access: what this console's ledger and Focus's audit say of the same deed, joined. */
export const AccessEvent = z.object({
  /** `L<sequence of the intent or event>` or `F<recording>-<row>`: stable over gatherings. */
  key: z.string(),
  timeUtc: InstantUtc,
  /** A ledger action, or Focus's word for it where only Focus knows of it. */
  action: z.string(),
  decision: z.enum(['allowed', 'refused']),
  /** The rule that allowed or refused it, such as `permission:recordings.play`; null where only Focus knows of it. */
  rule: z.string().nullable(),
  who: Accessor,
  /** Focus names its service user for it; `who` is the person behind. */
  throughServiceUser: z.boolean(),
  /** The service user did it, and no entry of the ledger explains it: somebody used the key outside this console. */
  unexplained: z.boolean(),
  /** Null for what is about no single recording (a search, a sign-in). */
  recordingId: RecordingId.nullable(),
  call: AccessedCall.nullable(),
  seenIn: z.enum(['ledger', 'focus', 'both']),
  /** What was heard, in order, without overlap. */
  heard: z.array(Interval),
  heardMs: z.int().nonnegative(),
  /** `open` while it goes on; `unknown` when the server stopped before the end was written. */
  ended: z.enum(['complete', 'aborted', 'failed', 'open', 'unknown']).nullable(),
  status: z.int().nullable(),
  problem: z.string().nullable(),
  bytes: z.int().nonnegative().nullable(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
  /** The page of this console it came from, a path. */
  page: z.string().nullable(),
  purpose: z.string().nullable(),
  caseNumber: z.string().nullable(),
  /** What was asked, for searches and exports. */
  query: z.unknown(),
  /** Sequences of the ledger's entries of it, ascending; empty where only Focus knows of it. */
  entries: z.array(z.int().nonnegative()),
  /** Rows of Focus's audit that are this deed. */
  focus: z.array(FocusAccess),
})
export type AccessEvent = z.infer<typeof AccessEvent>

export const MOST_RECORDINGS_READ = 10_000

/** What an audit is asked for. Filters combine with AND. */
export const AuditQuery = z.strictObject({
  by: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('recording'), recordingId: RecordingId }),
    z.strictObject({ kind: z.literal('actor'), key: z.string().min(1).max(200) }),
    z.strictObject({ kind: z.literal('subject'), personId: z.number() }),
    z.strictObject({ kind: z.literal('all') }),
  ]),
  /** When the access was made. From inclusive, to exclusive. */
  from: InstantUtc.optional(),
  to: InstantUtc.optional(),
  /** Which calls: Focus's audit of each that this finds is read. Sorting and paging are the server's. */
  recordings: RecordingSearch.omit({ limit: true, offset: true, sort: true }).optional(),
  actions: z
    .array(LedgerAction.or(z.string().max(60)))
    .max(40)
    .optional(),
  actors: z.array(z.string().max(200)).max(50).optional(),
  address: z.string().trim().max(100).optional(),
  decision: z.enum(['allowed', 'refused']).optional(),
  /** False reads the ledger alone and asks Focus nothing but, where needed, which calls are meant. */
  focus: z.boolean().default(true),
  /** How many recordings are read at most. */
  most: z.int().min(1).max(MOST_RECORDINGS_READ).default(3000),
})
export type AuditQuery = z.infer<typeof AuditQuery>

/** How far a gathering is, and what it could not read. */
export const GatherProgress = z.object({
  /** Recordings to read; null while that is being found out. */
  recordings: z.int().nonnegative().nullable(),
  /** How many the search finds in all, when that is more than are read. */
  found: z.int().nonnegative().nullable(),
  read: z.int().nonnegative(),
  /** The service user may not read these. */
  refused: z.int().nonnegative(),
  /** Focus failed on these. */
  failed: z.int().nonnegative(),
  unreadable: z.int().nonnegative(),
  events: z.int().nonnegative(),
})
export type GatherProgress = z.infer<typeof GatherProgress>

/** One line of a gathering. Events come in any order; the last line is `end`, or a `problem` when it broke off. */
export const GatherLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('events'), events: z.array(AccessEvent) }),
  z.object({ type: z.literal('progress'), progress: GatherProgress }),
  z.object({ type: z.literal('end'), progress: GatherProgress, ledger: LedgerState }),
  z.object({ type: z.literal('problem'), problem: z.unknown() }),
])
export type GatherLine = z.infer<typeof GatherLine>
