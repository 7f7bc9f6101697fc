import type { Kysely } from 'kysely'
import { log } from '@/lib/config/log'
import type { Schema } from '@/lib/store/schema'
import { isBusy } from '@/lib/store/write-transaction'
import { appendItems, type Item, type Lookup, type Placed } from './batch'
import type { Draft } from './leaf'
import { type Clock, LedgerClock, type Timers } from './ledger-clock'
import { Frontier } from './merkle'
import type { StoredTree } from './stored-tree'
import { transact } from './transact'

/** When a group of entries is committed: once the oldest has waited so long, or so many have come. */
export type BatchFigures = { waitMs: number; entries: number }

export const BATCH: BatchFigures = { waitMs: 5, entries: 64 }

/** How long whoever waits for an entry is kept waiting. */
const PATIENCE_MS = 5_000
const BUSY_PAUSE_MS = 100
const BUSY_ATTEMPTS_AT_CLOSE = 20
const MAX_PAUSE_MS = 30_000
const MAX_BACKLOG = 10_000
const MAX_DOUBTS = 1_000

type Pending = Item & {
  /** Written as soon as there is room, even if nobody waits any more. */
  keep: boolean
  sinceMs: number
  inCommit: boolean
  answered: boolean
  resolve: (sequence: number | null) => void
  reject: (error: unknown) => void
}

export type WriterParts = {
  db: Kysely<Schema>
  tree: StoredTree
  clock: Clock
  timers: Timers
  batch: BatchFigures
  /** Id of this writer. */
  id: string
  /** After each commit, with the size of the tree. */
  committed: (size: number) => void
  /** An intent that landed after its caller was told that it did not. */
  landedLate: (sequence: number, draft: Draft) => void
}

/** Group commit: gathers entries and appends them, one transaction at a time. */
export class Writer {
  readonly #parts: WriterParts
  readonly #clock: LedgerClock
  #frontier = Frontier.empty
  #queue: Pending[] = []
  /** Kept entries whose commit failed; tried apart from the fresh ones, so that one of them cannot hold those up. */
  #backlog: Pending[] = []
  #backlogAtOnce = 1
  #doubts: Item[] = []
  #working: Promise<void> | null = null
  #cancelTimer: (() => void) | null = null
  #cancelRetry: (() => void) | null = null
  #pauseMs = 1_000
  /** Another process holds the database: a pause, then the same again. */
  #busy = false
  #closed = false

  constructor(parts: WriterParts) {
    this.#parts = parts
    this.#clock = new LedgerClock(parts.clock)
  }

  get frontier(): Frontier {
    return this.#frontier
  }

  /**
   * Resolves with the entry's sequence once it is on disk; with null when its intent was closed already. Rejects with the
   * storage's error, or after five seconds; one with `keep` is written later all the same.
   */
  append(draft: Draft, lookups: Lookup[], keep: boolean): Promise<number | null> {
    if (this.#closed) return Promise.reject(new Error('The ledger is closed.'))
    return new Promise((resolve, reject) => {
      const pending: Pending = {
        draft,
        lookups,
        tried: null,
        wanted: true,
        keep,
        sinceMs: this.#parts.clock.monotonicMs(),
        inCommit: false,
        answered: false,
        resolve: (sequence) => {
          cancel()
          if (!pending.answered) resolve(sequence)
          pending.answered = true
        },
        reject: (error) => {
          cancel()
          if (!pending.answered) reject(error)
          pending.answered = true
        },
      }
      const cancel = this.#parts.timers.after(PATIENCE_MS, () => this.#giveUp(pending))
      this.#queue.push(pending)
      this.#schedule()
    })
  }

  /** Writes everything that waits, as far as the storage takes it, and takes no more. */
  async close(): Promise<void> {
    for (let nth = 0; nth < BUSY_ATTEMPTS_AT_CLOSE && this.#queue.length > 0; nth++)
      await this.#work()
    await this.#work()
    this.#closed = true
    this.#cancelTimer?.()
    this.#cancelRetry?.()
    for (const pending of [...this.#queue, ...this.#backlog])
      pending.reject(new Error('The ledger is closed.'))
  }

  #giveUp(pending: Pending): void {
    pending.reject(new Error('The ledger did not get an entry to disk within five seconds.'))
    if (!pending.inCommit && !pending.keep)
      this.#queue = this.#queue.filter((other) => other !== pending)
  }

  #schedule(): void {
    if (this.#closed || this.#busy || this.#working !== null || this.#queue.length === 0) return
    if (this.#queue.length >= this.#parts.batch.entries) {
      this.#cancelTimer?.()
      this.#cancelTimer = null
      void this.#work()
      return
    }
    if (this.#cancelTimer !== null) return
    const waited = this.#parts.clock.monotonicMs() - (this.#queue[0]?.sinceMs ?? 0)
    const waitMs = Math.min(
      this.#parts.batch.waitMs,
      Math.max(0, this.#parts.batch.waitMs - waited),
    )
    this.#cancelTimer = this.#parts.timers.after(waitMs, () => {
      this.#cancelTimer = null
      void this.#work()
    })
  }

  #work(): Promise<void> {
    this.#working ??= this.#commitOnce().finally(() => {
      this.#working = null
      this.#schedule()
    })
    return this.#working
  }

  async #commitOnce(): Promise<void> {
    const batch = this.#queue.splice(0, this.#parts.batch.entries)
    if (batch.length > 0 && !(await this.#commit(batch))) return
    if (this.#backlog.length === 0 && this.#doubts.length === 0) return
    while (this.#backlog.length > 0 && this.#queue.length === 0) {
      const again = this.#backlog.splice(0, this.#backlogAtOnce)
      if (!(await this.#commit(again))) return
      this.#backlogAtOnce = this.#parts.batch.entries
    }
    if (this.#doubts.length > 0) await this.#commit([])
  }

  /** Whether it was written. */
  async #commit(batch: Pending[]): Promise<boolean> {
    const { db, tree, id, clock } = this.#parts
    const doubts = this.#doubts.splice(0)
    let unsure = false
    for (const pending of batch) pending.inCommit = true
    try {
      const items = [...doubts, ...batch]
      const { placed, frontier } = await transact(
        db,
        (connection) =>
          appendItems(connection, items, {
            frontier: this.#frontier,
            tree,
            writer: id,
            time: (lastMs) => this.#clock.read(lastMs),
          }),
        () => {
          unsure = true
        },
      )
      this.#frontier = frontier
      this.#pauseMs = 1_000
      const nowMs = clock.monotonicMs()
      for (const [at, item] of items.entries()) this.#settle(item, placed[at], nowMs)
      this.#parts.committed(frontier.size)
      return true
    } catch (error) {
      this.#failed(batch, doubts, error, unsure)
      return false
    }
  }

  #settle(item: Item | Pending, placed: Placed | undefined, nowMs: number): void {
    if (placed === undefined) return
    const pending = 'resolve' in item ? item : null
    if ('failed' in placed) pending?.reject(placed.failed)
    else if ('superseded' in placed) pending?.resolve(null)
    else {
      // The commit itself may have kept the timer from running.
      const late = pending === null || pending.answered || nowMs - pending.sinceMs > PATIENCE_MS
      if (late && item.draft.phase === 'intent') {
        if (pending !== null) this.#giveUp(pending)
        this.#parts.landedLate(placed.sequence, item.draft)
      } else pending?.resolve(placed.sequence)
    }
  }

  #failed(batch: Pending[], doubts: Item[], error: unknown, unsure: boolean): void {
    for (const pending of batch) {
      pending.inCommit = false
      if (!unsure) pending.tried = null
    }
    this.#doubts.push(...doubts)
    if (isBusy(error)) {
      this.#queue.unshift(...batch.filter((pending) => pending.keep || !pending.answered))
      this.#busy = true
      this.#retry(BUSY_PAUSE_MS)
      return
    }
    for (const pending of batch) {
      if (pending.keep) this.#backlog.push(pending)
      else {
        pending.reject(error)
        if (pending.tried !== null) this.#doubts.push({ ...asItem(pending), wanted: false })
      }
    }
    this.#backlogAtOnce = 1
    this.#doubts.splice(0, Math.max(0, this.#doubts.length - MAX_DOUBTS))
    const lost = this.#backlog.splice(0, Math.max(0, this.#backlog.length - MAX_BACKLOG))
    for (const pending of lost) pending.reject(error)
    log.error({ err: error, waiting: this.#backlog.length }, 'the ledger could not be written')
    if (this.#backlog.length > 0 || this.#doubts.length > 0) {
      this.#retry(this.#pauseMs)
      this.#pauseMs = Math.min(MAX_PAUSE_MS, this.#pauseMs * 2)
    }
  }

  #retry(ms: number): void {
    if (this.#closed) return
    this.#cancelRetry?.()
    this.#cancelRetry = this.#parts.timers.after(ms, () => {
      this.#cancelRetry = null
      this.#busy = false
      void this.#work()
    })
  }
}

const asItem = ({ draft, lookups, tried }: Pending): Item => ({
  draft,
  lookups,
  tried,
  wanted: true,
})
