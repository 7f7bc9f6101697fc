import { fromProblemBody } from '@/lib/problem/problem-json'
import { reportAnswer, reportProblem } from '@/lib/query/connection'
import type { Encoding } from '@/lib/reconcile/file/encodings'
import type {
  ColumnMapping,
  MismatchKind,
  ReconcileCounts,
  ReconcileRules,
} from '@/lib/reconcile/model'
import type { ReconcileProgress } from '@/lib/reconcile/progress'
import { BROKEN_OFF, UNANSWERED } from './failure-words'
import type { Changes } from './run-memory'
import type {
  Ask,
  DirectoryRead,
  FromWorker,
  Questions,
  TableSeen,
  Tally,
  ToWorker,
  Unreadable,
} from './worker-messages'

export type Reconciliation = {
  phase: 'empty' | 'opening' | 'columns' | 'loading' | 'comparing' | 'done'
  /** Why it went back a step, in words or as a `Problem`. */
  failure: { words: string } | { error: unknown } | null
  table: TableSeen | null
  /** By which columns and rules it is compared. */
  by: { mapping: ColumnMapping; rules: ReconcileRules } | null
  directory: DirectoryRead
  progress: ReconcileProgress | null
  /** Of which there are any. */
  kinds: readonly MismatchKind[]
  /** Another one as soon as something is set aside or taken back. */
  tally: Tally
  /** More is set aside than this browser keeps. */
  asidesLost: boolean
  counts: ReconcileCounts | null
  unreadable: Unreadable
  /** When it was compared, an instant. */
  comparedUtc: string | null
  /** Against the last run in this browser. */
  changes: Changes | null
  /** Focus's directory was read whole. */
  whole: boolean
  /** Rows of Focus that could not be read. */
  unreadableInFocus: number
  /** More was found than this browser keeps: the next run cannot say what changed. */
  runLost: boolean
  /** What was asked last and could not be answered, in words for the reader; gone once the same is answered. */
  unanswered: { question: keyof Questions; words: string } | null
}

type Asked = {
  question: keyof Questions
  resolve: (answer: Questions[keyof Questions]['answer']) => void
  reject: (error: Error) => void
}

/** What is kept of runs, as a text; `onOther` tells when another tab has changed it. */
export type Memory = {
  read: () => string | null
  /** Whether it could be kept. */
  keep: (text: string) => boolean
  onOther: (changed: (text: string | null) => void) => void
}

const BEFORE_A_RUN = {
  by: null,
  failure: null,
  directory: {},
  progress: null,
  kinds: [],
  tally: { open: [], aside: 0 },
  asidesLost: false,
  counts: null,
  unreadable: { count: 0, first: [] },
  comparedUtc: null,
  changes: null,
  whole: true,
  unreadableInFocus: 0,
  runLost: false,
  unanswered: null,
} satisfies Partial<Reconciliation>
/** What a page shows before there is any. */
export const NO_COMPARISON: Reconciliation = { ...BEFORE_A_RUN, phase: 'empty', table: null }

/**
 * One comparison of a file with Focus, from the file to the mismatches. It lives as long as the tab, so that opening a
 * recording and coming back loses nothing; the file and what was found stay in its worker.
 */
export class ReconcileSession {
  #shown: Reconciliation = NO_COMPARISON
  readonly #listeners = new Set<() => void>()
  readonly #startWorker: () => Worker
  readonly #memory: Memory
  #file: File | null = null
  #encoding: Encoding | null = null
  #worker: Worker | null = null
  #asked = new Map<number, Asked>()
  #asks = 0

  constructor(startWorker: () => Worker, memory: Memory) {
    this.#startWorker = startWorker
    this.#memory = memory
    memory.onOther((text) => this.#post({ type: 'memory', text }))
  }

  readonly read = (): Reconciliation => this.#shown
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Opens a file; whatever was compared before is gone. */
  open(file: File): void {
    this.clear()
    this.#begin(file, null)
    this.#set({ phase: 'opening' })
  }

  /** Reads the same file in another encoding than the one that was guessed. */
  readonly readAs = (encoding: Encoding): void => {
    if (this.#file !== null) this.#begin(this.#file, encoding)
  }

  /** Reads Focus's side, then compares. */
  compare(mapping: ColumnMapping, rules: ReconcileRules): void {
    this.#set({ ...BEFORE_A_RUN, phase: 'loading', by: { mapping, rules } })
    this.#post({ type: 'run', mapping, rules, memory: this.#memory.read() })
  }

  /** Ends the comparison at once, whatever it is at: another worker reads the file anew; the columns stay as they were. */
  readonly cancel = (): void => {
    if (this.#file === null) return
    this.#begin(this.#file, this.#encoding)
    this.#set({ ...BEFORE_A_RUN, phase: 'columns' })
  }

  /**
   * Asks the worker about what was found. Rejects where it could not answer, which `unanswered` tells the reader. Never answered where
   * the comparison has been let go of.
   */
  ask<Q extends keyof Questions>(
    question: Q,
    of: Questions[Q]['of'],
  ): Promise<Questions[Q]['answer']> {
    this.#asks += 1
    const ask = this.#asks
    return new Promise((resolve, reject) => {
      this.#asked.set(ask, { question, resolve, reject })
      this.#post({ type: 'ask', ask, question, of } as Ask) // a question and what it is of, by the signature
    })
  }

  /** The reader has seen what could not be answered. */
  readonly dismiss = (): void => this.#set({ unanswered: null })

  /** Back to the columns of the same file. */
  readonly backToColumns = (): void => this.#set({ phase: 'columns', failure: null })

  /** Lets go of the file and of everything made of it. */
  readonly clear = (): void => {
    this.#end()
    this.#shown = NO_COMPARISON
    this.#tell()
  }

  #begin(file: File, encoding: Encoding | null): void {
    this.#end()
    const worker = this.#startWorker()
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (worker === this.#worker) this.#take(data)
    })
    worker.addEventListener('error', () => {
      if (worker === this.#worker) this.#breakOff(file)
    })
    this.#worker = worker
    this.#file = file
    this.#encoding = encoding
    this.#post({ type: 'file', file, encoding })
  }

  /** The worker is no more. Another one may compare the file, unless it was the file that it broke off at. */
  #breakOff(file: File): void {
    const { phase } = this.#shown
    const words = BROKEN_OFF[phase]
    if (phase === 'opening' || phase === 'columns' || phase === 'empty')
      this.#take({ type: 'failed', what: 'file', words })
    else {
      this.#begin(file, this.#encoding)
      this.#set({ ...BEFORE_A_RUN, phase: 'columns', failure: { words } })
    }
  }

  #end(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#file = null
    this.#encoding = null
    this.#asked.clear()
  }

  #take(message: FromWorker): void {
    if (message.type === 'table') {
      // After a cancel the page is there already, and may be comparing again.
      const { phase } = this.#shown
      this.#set({ table: message.table, phase: phase === 'opening' ? 'columns' : phase })
    } else if (message.type === 'failed') {
      if (message.what === 'file') this.clear()
      this.#set({
        phase: message.what === 'file' ? 'empty' : 'columns',
        failure: { words: message.words },
      })
    } else if (message.type === 'refused') {
      const error = fromProblemBody(message.problem)
      if (error !== null) reportProblem(error)
      this.#set({ phase: 'columns', failure: { error } })
    } else if (message.type === 'reading') {
      const { directory, whole, unreadable: unreadableInFocus } = message
      this.#set({ directory, whole, unreadableInFocus })
    } else if (message.type === 'comparing') {
      reportAnswer()
      this.#set({ phase: 'comparing', comparedUtc: message.comparedUtc })
    } else if (message.type === 'progress') this.#set({ progress: message.progress })
    else if (message.type === 'done') {
      const { type, memory, ...result } = message
      const kept = memory !== null && this.#memory.keep(memory)
      this.#set({ phase: 'done', ...result, runLost: !kept })
    } else if (message.type === 'tally') this.#set({ tally: message.tally })
    else if (message.type === 'keep') {
      const kept = message.memory !== null && this.#memory.keep(message.memory)
      this.#set({ asidesLost: !kept })
    } else this.#settle(message)
  }

  #settle(message: Extract<FromWorker, { ask: number }>): void {
    const asked = this.#asked.get(message.ask)
    if (asked === undefined) return
    this.#asked.delete(message.ask)
    const { question } = asked
    if (message.type === 'answer') {
      if (this.#shown.unanswered?.question === question) this.#set({ unanswered: null })
      asked.resolve(message.answer)
    } else {
      const words = [UNANSWERED[question], message.why ?? 'Try again.'].join(' ')
      this.#set({ unanswered: { question, words } })
      asked.reject(new Error(words))
    }
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message)
  }

  #set(next: Partial<Reconciliation>): void {
    this.#shown = { ...this.#shown, ...next }
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
