import type { DirectoryLine, DirectoryPart } from '@/lib/contract/directory'
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
  encoding: string | null
  separator: string | null
  sheet: string | null
  guess: ColumnMapping
}

/** A mismatch as a list shows it; the evidence is asked for one at a time. */
export type MismatchRow = Pick<
  Mismatch,
  'kind' | 'title' | 'personIds' | 'endpointIds' | 'userIds'
> & {
  /** Its place in the result. */
  at: number
  /** SHA-256 of its key, hex: what may be kept of it. */
  hash: string
  /** What differs, as HR and as Focus have it. */
  hr: string
  focus: string
  matchedBy: string
  /** Against the last run in this browser; null for a first run. */
  since: Since | null
}

/** What the worker does not know of a run. */
export type SummaryFacts = Pick<SummaryOf, 'by' | 'tenant'>

export type FixFormat = 'csv-safe' | 'csv-raw' | 'jsonl'

export type ToWorker =
  | { type: 'file'; bytes: ArrayBuffer; fileName: string }
  /** Another read of the directory: what came before is forgotten. */
  | { type: 'directory-begin' }
  | { type: 'directory'; line: DirectoryLine }
  | {
      type: 'run'
      mapping: ColumnMapping
      rules: ReconcileRules
      /** What this browser kept of earlier runs, as it was kept. */
      memory: string | null
      nowUtc: string
    }
  /** Which mismatches have all these words, lower case. */
  | { type: 'search'; words: string[] }
  | { type: 'detail'; at: number }
  | { type: 'fix-list'; at: number[]; format: FixFormat }
  | { type: 'summary'; of: SummaryFacts }

export type FromWorker =
  | { type: 'table'; table: TableSeen }
  /** In words for the reader; `file` when the file itself cannot be read. */
  | { type: 'failed'; what: 'file' | 'run'; words: string }
  | { type: 'progress'; progress: ReconcileProgress }
  | { type: 'rows'; rows: MismatchRow[] }
  | {
      type: 'done'
      counts: ReconcileCounts
      kinds: [MismatchKind, number][]
      unreadable: UnreadableLine[]
      changes: Changes
      /** What is to be kept for the next run; null where there is too much of it. */
      memory: string | null
    }
  | { type: 'found'; at: Uint32Array }
  | { type: 'detail'; at: number; mismatch: Mismatch }
  | { type: 'fix-list'; text: string; format: FixFormat }
  | { type: 'summary'; text: string }

export type PartRead = { read: number; total: number | null; complete: boolean }
export type DirectoryRead = Partial<Record<DirectoryPart, PartRead>>
