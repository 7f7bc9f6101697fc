import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Kysely } from 'kysely'
import { log } from '@/lib/config/log'
import type { LedgerWriterRow, Schema } from '@/lib/store/schema'
import type { Timers } from './ledger-clock'

const BEAT_MS = 10_000
/** Several beats: a writer that gave none for so long, with intents open all the while, is gone. */
const WATCH_MS = 60_000

const KEY = Symbol.for('focus-console.ledger-writers')
const shared = globalThis as { [KEY]?: Set<string> } // only this file writes under the symbol

/** Ids of the ledgers open in this process. */
function livingHere(): Set<string> {
  shared[KEY] ??= new Set()
  return shared[KEY]
}

/** Names the machine, its boot and its process namespace. */
function thisHost(): string {
  return [
    hostname(),
    ...[
      () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
      () => readlinkSync('/proc/self/ns/pid'),
    ].map((read) => {
      try {
        return read()
      } catch {
        // Not Linux: the host's name must do.
        return ''
      }
    }),
  ].join('/')
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  try {
    // proc(5): the state follows the name in brackets. A dead process may wait long for its parent to ask.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return !/^ [ZX]/.test(stat.slice(stat.lastIndexOf(')') + 1))
  } catch {
    return true
  }
}

/**
 * Tells which intents lost their writer. A writer of this machine is gone when its process is; another is gone when it
 * gave no sign for a minute while it had intents open. No clock is compared: two machines may differ.
 */
export class Presence {
  readonly id = randomUUID()
  readonly #host = thisHost()
  #cancelBeat: (() => void) | null = null
  #cancelWatch: (() => void) | null = null
  #seen = new Map<number, number>()

  constructor(
    private readonly db: Kysely<Schema>,
    private readonly timers: Timers,
    /** How many intents this writer has open. */
    private readonly openCount: () => number,
    /** Called with intents whose writer is gone. */
    private readonly orphaned: (sequences: number[]) => void,
  ) {}

  /** Makes this writer known, and looks for intents that others left open. */
  async begin(): Promise<void> {
    livingHere().add(this.id)
    await this.db
      .insertInto('ledgerWriter')
      .values({ id: this.id, host: this.#host, pid: process.pid, beat: 0 })
      .execute()
    await this.#look()
    this.#beat()
  }

  /** Its intents, if any are left open, belong to nobody from here on. */
  async end(): Promise<void> {
    livingHere().delete(this.id)
    this.#cancelBeat?.()
    this.#cancelWatch?.()
    await this.db.deleteFrom('ledgerWriter').where('id', '=', this.id).execute()
  }

  #beat(): void {
    this.#cancelBeat = this.timers.after(BEAT_MS, async () => {
      try {
        if (this.openCount() > 0)
          await this.db
            .updateTable('ledgerWriter')
            .set((row) => ({ beat: row('beat', '+', 1) }))
            .where('id', '=', this.id)
            .execute()
      } catch (error) {
        log.warn({ err: error }, 'the ledger could not give a sign of life')
      }
      if (livingHere().has(this.id)) this.#beat()
    })
  }

  async #look(): Promise<void> {
    const open = await this.db
      .selectFrom('ledgerOpen')
      .leftJoin('ledgerWriter', 'ledgerWriter.id', 'ledgerOpen.writer')
      .select(['sequence', 'writer', 'id', 'host', 'pid', 'beat'])
      .where('writer', '!=', this.id)
      .orderBy('sequence')
      .execute()
    const before = this.#seen
    this.#seen = new Map()
    const orphans: number[] = []
    for (const { sequence, id, host, pid, beat } of open) {
      const writer = id === null || host === null || pid === null ? null : { id, host, pid }
      if (writer === null || this.#isGone(writer) || before.get(sequence) === beat)
        orphans.push(sequence)
      else this.#seen.set(sequence, beat ?? 0)
    }
    if (orphans.length > 0) this.orphaned(orphans)
    if (this.#seen.size > 0) this.#watch()
  }

  #watch(): void {
    this.#cancelWatch = this.timers.after(WATCH_MS, () => {
      if (!livingHere().has(this.id)) return
      this.#look().catch((error) => {
        log.warn({ err: error }, 'open intents of other writers could not be looked at')
        this.#watch()
      })
    })
  }

  #isGone({ id, host, pid }: Pick<LedgerWriterRow, 'id' | 'host' | 'pid'>): boolean {
    if (host !== this.#host) return false
    return pid === process.pid ? !livingHere().has(id) : !isRunning(pid)
  }
}
