import type { DirectoryLine } from '@/lib/contract/directory'
import type {
  ColumnMapping,
  Mismatch,
  MismatchKind,
  ReconcileCounts,
  ReconcileRules,
  UnreadableLine,
} from '@/lib/reconcile/model'
import type { ReconcileProgress } from '@/lib/reconcile/progress'
import type { Changes } from './run-memory'
import type {
  DirectoryRead,
  FixFormat,
  FromWorker,
  MismatchRow,
  SummaryFacts,
  TableSeen,
  ToWorker,
} from './worker-messages'

export type Reconciliation = {
  phase: 'empty' | 'opening' | 'columns' | 'loading' | 'comparing' | 'done'
  /** Why it went back a step, in words or as a `Problem`. */
  failure: { words: string } | { error: unknown } | null
  table: TableSeen | null
  directory: DirectoryRead
  progress: ReconcileProgress | null
  rows: readonly MismatchRow[]
  kinds: readonly [MismatchKind, number][]
  counts: ReconcileCounts | null
  unreadable: readonly UnreadableLine[]
  detail: { at: number; mismatch: Mismatch } | null
  /** When it was compared, an instant. */
  comparedUtc: string | null
  /** Against the last run in this browser. */
  changes: Changes | null
  /** Focus's directory was read whole. */
  whole: boolean
}

export type LoadDirectory = (
  signal: AbortSignal,
  onLine: (line: DirectoryLine) => void,
) => Promise<void>

/** What is kept of runs, as a text. */
export type Memory = { read: () => string | null; keep: (text: string) => void }

const EMPTY: Reconciliation = {
  phase: 'empty',
  failure: null,
  table: null,
  directory: {},
  progress: null,
  rows: [],
  kinds: [],
  counts: null,
  unreadable: [],
  detail: null,
  comparedUtc: null,
  changes: null,
  whole: true,
}

/**
 * One comparison of a file with Focus, from the file to the mismatches. It lives as long as the tab, so that opening a
 * recording and coming back loses nothing; the file itself stays in its worker.
 */
export class ReconcileSession {
  #shown: Reconciliation = EMPTY
  readonly #listeners = new Set<() => void>()
  readonly #startWorker: () => Worker
  readonly #load: LoadDirectory
  readonly #memory: Memory
  #worker: Worker | null = null
  #stop = new AbortController()
  #rows: MismatchRow[] = []
  #fixLists: ((text: string) => void)[] = []
  #summaries: ((text: string) => void)[] = []
  #searches: ((at: Uint32Array) => void)[] = []

  constructor(startWorker: () => Worker, load: LoadDirectory, memory: Memory) {
    this.#startWorker = startWorker
    this.#load = load
    this.#memory = memory
  }

  readonly read = (): Reconciliation => this.#shown
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Opens a file; whatever was compared before is gone. */
  async open(file: File): Promise<void> {
    this.clear()
    this.#set({ phase: 'opening' })
    const worker = this.#startWorker()
    this.#worker = worker
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.#take(data))
    worker.addEventListener('error', () =>
      this.#take({ type: 'failed', what: 'file', words: 'This browser could not open the file.' }),
    )
    const bytes = await file.arrayBuffer()
    const message: ToWorker = { type: 'file', bytes, fileName: file.name }
    worker.postMessage(message, [bytes])
  }

  /** Reads Focus's side, then compares. */
  async compare(mapping: ColumnMapping, rules: ReconcileRules): Promise<void> {
    this.#stop = new AbortController()
    const { signal } = this.#stop
    this.#rows = []
    this.#set({
      phase: 'loading',
      failure: null,
      directory: {},
      rows: [],
      kinds: [],
      detail: null,
      progress: null,
    })
    this.#post({ type: 'directory-begin' })
    try {
      await this.#load(signal, (line) => this.#takeLine(line))
      this.#set({ phase: 'comparing' })
      const comparedUtc = new Date().toISOString()
      this.#set({ comparedUtc })
      const memory = this.#memory.read()
      this.#post({ type: 'run', mapping, rules, memory, nowUtc: comparedUtc })
    } catch (error) {
      this.#set({ phase: 'columns', failure: signal.aborted ? null : { error } })
    }
  }

  /** Stops reading Focus's side; the columns stay as they were. */
  readonly cancel = (): void => this.#stop.abort()

  /** Asks for the evidence of one. */
  show(at: number | null): void {
    if (at === null) this.#set({ detail: null })
    else this.#post({ type: 'detail', at })
  }

  /** The fix list of the chosen mismatches as text. */
  fixList(at: number[], format: FixFormat): Promise<string> {
    return new Promise((resolve) => {
      this.#fixLists.push(resolve)
      this.#post({ type: 'fix-list', at, format })
    })
  }

  /** The places in the result of what has all these words, lower case. */
  search(words: string[]): Promise<Uint32Array> {
    return new Promise((resolve) => {
      this.#searches.push(resolve)
      this.#post({ type: 'search', words })
    })
  }

  /** What was compared, when, by which rules, and how much was found, as a text to be signed. */
  summary(of: SummaryFacts): Promise<string> {
    return new Promise((resolve) => {
      this.#summaries.push(resolve)
      this.#post({ type: 'summary', of })
    })
  }

  /** Back to the columns of the same file. */
  readonly backToColumns = (): void => this.#set({ phase: 'columns', failure: null })

  /** Lets go of the file and of everything made of it. */
  readonly clear = (): void => {
    this.#stop.abort()
    this.#worker?.terminate()
    this.#worker = null
    this.#rows = []
    this.#shown = EMPTY
    this.#tell()
  }

  #take(message: FromWorker): void {
    if (message.type === 'table') this.#set({ phase: 'columns', table: message.table })
    else if (message.type === 'failed') {
      if (message.what === 'file') this.clear()
      this.#set({
        phase: message.what === 'file' ? 'empty' : 'columns',
        failure: { words: message.words },
      })
    } else if (message.type === 'progress') this.#set({ progress: message.progress })
    else if (message.type === 'rows') this.#rows.push(...message.rows)
    else if (message.type === 'done') {
      const { counts, kinds, unreadable, changes } = message
      if (message.memory !== null) this.#memory.keep(message.memory)
      this.#set({ phase: 'done', rows: this.#rows, counts, kinds, unreadable, changes })
    } else if (message.type === 'detail') this.#set({ detail: message })
    else if (message.type === 'found') this.#searches.shift()?.(message.at)
    else if (message.type === 'summary') this.#summaries.shift()?.(message.text)
    else this.#fixLists.shift()?.(message.text)
  }

  #takeLine(line: DirectoryLine): void {
    this.#post({ type: 'directory', line })
    const { directory } = this.#shown
    if (line.type === 'end') this.#set({ whole: line.complete })
    if (line.type === 'part-end') {
      const { part, read, total, complete } = line
      this.#set({ directory: { ...directory, [part]: { read, total, complete } } })
    }
    const grown =
      line.type === 'people'
        ? (['people', line.people.length] as const)
        : line.type === 'endpoints'
          ? (['endpoints', line.endpoints.length] as const)
          : line.type === 'users'
            ? (['users', line.users.length] as const)
            : null
    if (grown === null) return
    const [part, more] = grown
    const read = (directory[part]?.read ?? 0) + more
    this.#set({ directory: { ...directory, [part]: { read, total: null, complete: false } } })
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
