import type { DirectoryPart } from '@/lib/contract/directory'
import type { ProblemBody } from '@/lib/problem/problem'
import type { Aside } from '@/lib/reconcile/asides'
import type { Encoding } from '@/lib/reconcile/file/encodings'
import type {
  ColumnMapping,
  Mismatch,
  MismatchKind,
  ReconcileCounts,
  ReconcileRules,
  UnreadableLine,
} from '@/lib/reconcile/model'
import type { ReconcileProgress } from '@/lib/reconcile/progress'
import type { SummaryOf } from '@/lib/reconcile/run-summary'
import type { PlaceRanges } from './place-ranges'
import type { Changes, Since } from './run-memory'

/** The file as the page needs to know it: the rows stay with the worker. */
export type TableSeen = {
  fileName: string
  /** SHA-256 of its bytes, hex. */
  fileDigest: string
  heading: string[]
  /** The first cells of each column that say something. */
  samples: string[][]
  lines: number
  problems: number
  /** Null for a workbook. */
  encoding: Encoding | null
  separator: string | null
  sheet: string | null
  guess: ColumnMapping
}

/** A mismatch as a list shows it; the evidence is asked for one at a time. */
export type MismatchRow = {
  /** Its place in the result. */
  at: number
  title: string
  /** What differs, as HR and as Focus have it. */
  hr: string
  focus: string
  matchedBy: string
  /** Against the last run in this browser; null for a first run. */
  since: Since | null
}

/** How many there are: by kind without what is set aside, and what is. */
export type Tally = { open: readonly [MismatchKind, number][]; aside: number }

/** Lines that could not be read: all of them counted, the first of them shown. */
export type Unreadable = { count: number; first: readonly UnreadableLine[] }

/** What the worker does not know of a run. */
export type SummaryFacts = Pick<SummaryOf, 'by' | 'tenant'>

export type FixFormat = 'csv-safe' | 'csv-raw' | 'jsonl'

/** Those of a list that stand in the ranges; without ranges all of it. */
export type Chosen = { list: number; ranges: PlaceRanges | null }

/**
 * What the page asks of a result, and what it is answered. A list is known by its number; of one that is forgotten there is nothing to
 * show, and nothing is done with it: such a question is not answered.
 */
export type Questions = {
  /** A kind (or `aside`), and words, lower case, that all must be there. Null where another list was asked for meanwhile. */
  list: {
    of: { kind: string; words: readonly string[] }
    answer: { list: number; count: number } | null
  }
  /** Rows of a list by their index in it. */
  rows: { of: { list: number; from: number; to: number }; answer: MismatchRow[] }
  count: { of: Chosen; answer: number }
  detail: { of: { list: number; index: number }; answer: Detail | null }
  /** Null for everything that is not set aside, and the lines that could not be read. */
  'fix-list': { of: { chosen: Chosen | null; format: FixFormat }; answer: Blob }
  summary: { of: SummaryFacts; answer: string }
  /** How many were put aside until that instant. */
  'set-aside': { of: { chosen: Chosen; reason: string; untilUtc: string }; answer: number }
  /** By its place in the result. */
  'take-back': { of: { at: number }; answer: null }
  /** What is set aside, of this run or not. */
  asides: { of: null; answer: Aside[] }
}
export type Detail = { at: number; mismatch: Mismatch; aside: Aside | null }

export type Ask = {
  [Q in keyof Questions]: { type: 'ask'; ask: number; question: Q; of: Questions[Q]['of'] }
}[keyof Questions]

export type ToWorker =
  /** `encoding` is in place of a guess. */
  | { type: 'file'; file: File; encoding: Encoding | null }
  /** Reads Focus's side, then compares. */
  | {
      type: 'run'
      mapping: ColumnMapping
      rules: ReconcileRules
      /** What this browser kept of earlier runs, as it was kept. */
      memory: string | null
    }
  /** Another tab has changed what is kept. */
  | { type: 'memory'; text: string | null }
  | Ask

export type FromWorker =
  | { type: 'table'; table: TableSeen }
  /** In words for the reader; `file` when the file itself cannot be read. */
  | { type: 'failed'; what: 'file' | 'run'; words: string }
  /** Focus's side could not be read. */
  | { type: 'refused'; problem: ProblemBody }
  | { type: 'reading'; directory: DirectoryRead; whole: boolean; unreadable: number }
  | { type: 'comparing'; comparedUtc: string }
  | { type: 'progress'; progress: ReconcileProgress }
  | {
      type: 'done'
      counts: ReconcileCounts
      kinds: MismatchKind[]
      tally: Tally
      unreadable: Unreadable
      /** Null where Focus's side was not whole: what is missing from it would seem to be new or gone. */
      changes: Changes | null
      /** What is to be kept for the next run; null where there is too much of it. */
      memory: string | null
    }
  /** Something was set aside or taken back. */
  | { type: 'tally'; tally: Tally }
  /** What is to be kept of that; null where there is too much of it. */
  | { type: 'keep'; memory: string | null }
  | { type: 'answer'; ask: number; answer: Questions[keyof Questions]['answer'] }
  /** This one question failed; `why` in words, where there are any. */
  | { type: 'unanswered'; ask: number; why: string | null }

export type PartRead = { read: number; total: number | null; complete: boolean }
export type DirectoryRead = Partial<Record<DirectoryPart, PartRead>>
