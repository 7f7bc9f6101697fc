import type {
  Interval,
  LedgerAction,
  LedgerActor,
  LedgerState,
  ProvenEntry,
} from '@/lib/contract/ledger'
import type { Role } from '@/lib/contract/permission'
import type { Party } from '@/lib/contract/recording'

/** Somebody signed in. Issuer, subject, name and address are personal: they are stored as one commitment. */
export type Actor = {
  issuer: string
  subject: string
  name: string
  email: string | null
  roles: Role[]
}

/** What an access is about. `ids` are decimal recording ids for recordings, else whatever names the thing. */
export type LedgerObject = {
  kind:
    | 'recording'
    | 'recordings'
    | 'people'
    | 'endpoints'
    | 'users'
    | 'audit'
    | 'ledger'
    | 'evidence'
    | 'finding'
    | 'retention'
    | 'session'
    | 'account'
    | 'configuration'
  ids: string[]
  /** What was asked, where it was a question: a search body, a filter. Personal, stored as a commitment. */
  query?: unknown
}

/** What somebody is about to do, or what happened. */
export type Deed = {
  action: LedgerAction
  object: LedgerObject
  /** Null for what the server does by itself, and for a refused sign-in of somebody unknown. */
  actor: Actor | null
  /** As the session cookie has it; only its keyed hash is stored. */
  sessionId: string | null
  /** Why, where it was asked for. Personal. */
  purpose: { purpose: string; caseNumber: string | null } | null
  allowed: boolean
  /** What allowed or refused it: `permission:recordings.play`, `reason-required`, … */
  rule: string
  /** Personal, but for `page`: a path of this console. */
  origin: { address: string | null; agent: string | null; page: string | null }
  requestId: string | null
}

/** One request that was made of Focus for a deed, repetitions counted. */
export type UpstreamCall = {
  /** Name in the table of Focus's calls. */
  call: string
  /** Null when no answer came. */
  status: number | null
  attempts: number
  startedUtc: string
  durationMs: number
  /** The recording it was about, where it was one. */
  recordingId: number | null
}

/** Whose call it was, known once Focus has answered. Parties are personal. */
export type WhoseCall = {
  recordingId: number
  parties: Party[]
  direction: string | null
  startUtc: string | null
  durationMs: number | null
  retentionGroupId: number | null
}

/** How it ended. */
export type Outcome = {
  status: number
  /** Slug of the failure, or `aborted` when the reader left. */
  problem?: string
  bytes?: number
  heard?: Interval[]
  upstream?: UpstreamCall[]
  whose?: WhoseCall[]
  /** Counts worth keeping, such as rows shown. */
  counts?: Record<string, number>
}

/** An intent that is durable. */
export type Entry = {
  sequence: number
  /** Adds what was heard so far, durably, without closing. */
  progress(heard: Interval[]): Promise<void>
  /** Closes it; only the first call counts. */
  conclude(outcome: Outcome): Promise<void>
}

/** One deed with all the ledger says of it: intent, progress and outcome put together. Clear text where it was not erased. */
export type Access = {
  /** Of the intent, or of the single entry. */
  sequence: number
  entries: number[]
  timeUtc: string
  /** Of the outcome; null while open. */
  endedUtc: string | null
  /** `unknown` was closed at a start, because the server had stopped in between. */
  state: 'open' | 'closed' | 'unknown'
  deed: Omit<Deed, 'sessionId'> & { actorKey: string | null; sessionHash: string | null }
  outcome: Outcome | null
}

/** Filters combine with AND; lists within one with OR. */
export type AccessQuery = {
  /** When the deed began. From inclusive, to exclusive; ISO UTC. */
  from?: string
  to?: string
  /** Keys of `LedgerActor`. */
  actorKeys?: readonly string[]
  recordingIds?: readonly number[]
  /** Of the parties of the calls, where an outcome named them. */
  personIds?: readonly number[]
  actions?: readonly LedgerAction[]
  /** Exactly this network address. */
  address?: string
  /** Sequence to go on from, exclusive; ascending. */
  after?: number
  /** At most 5,000; 1,000 when left out. */
  limit?: number
}

/**
 * The access ledger: append-only, one Merkle tree, durable before it answers. Whatever rejects on the way in
 * rejects with the storage's own error; the gate makes `ledger-unavailable` of it.
 */
export type Ledger = {
  /** Resolves once the intent is on disk: only then may anything be asked or shown. Rejects after five seconds. */
  intend(deed: Deed): Promise<Entry>
  /** A deed that has no second half: a refusal, a sign-in, a change. Resolves with its sequence once it is on disk. */
  record(deed: Deed, outcome?: Outcome): Promise<number>
  /** Whether it can be written to now; rejects when not. */
  check(): Promise<void>
  accesses(query: AccessQuery): Promise<{ accesses: Access[]; next: number | null }>
  actors(): Promise<LedgerActor[]>
  entry(sequence: number): Promise<ProvenEntry | null>
  /** The same for many, all proved in one checkpoint, which is made for it when none covers them. */
  prove(sequences: readonly number[]): Promise<ProvenEntry[]>
  /** Hashes, hex, that prove the first `from` entries to be the beginning of the first `to` (RFC 9162, 2.1.4); 0 < from <= to. */
  consistency(from: number, to: number): Promise<string[]>
  state(): Promise<LedgerState>
  /** Recomputes every leaf and root and checks every checkpoint's signature; the result stands in `state()`. */
  verify(signal: AbortSignal): Promise<LedgerState>
  /** The whole ledger as JSON lines, in the form that `verifier/README.md` describes. */
  exportLines(signal: AbortSignal): AsyncIterable<string>
  /** Removes the clear text of one person's entries; every proof stays valid. Resolves with how many fields went. */
  erase(actorKey: string): Promise<number>
  /** Writes the last entry and checkpoint, and lets go of the timers; not of the database. */
  stop(): Promise<void>
}
