import type { KeyObject } from 'node:crypto'
import type { Kysely } from 'kysely'
import { log } from '@/lib/config/log'
import type { Interval, LedgerState } from '@/lib/contract/ledger'
import type { Schema } from '@/lib/store/schema'
import type { Deed, Entry, Ledger, Outcome } from './access-ledger'
import { findAccesses } from './accesses'
import { listActors } from './actors'
import { readHead } from './batch'
import { CheckpointKeeper } from './checkpoint-keeper'
import { Checkpoints } from './checkpoints'
import { eraseActor } from './erasure'
import { exportLines } from './export-lines'
import { deedDraft, type OfIntent, outcomeDraft, progressDraft } from './leaf'
import { type Clock, SYSTEM_CLOCK, SYSTEM_TIMERS, type Timers } from './ledger-clock'
import { deedLookups, outcomeLookups } from './lookups'
import { Naming } from './naming'
import { Presence } from './presence'
import { consistencyProof } from './proof'
import { provenEntries } from './proven-entries'
import { checkAll } from './self-check'
import { NoteSigner } from './signed-note'
import { lookupSecret } from './signing-key'
import { entriesAt } from './stored-entries'
import { readLeaf } from './stored-leaf'
import { StoredTree } from './stored-tree'
import { Witness } from './witness'
import { proveWritable } from './writability'
import { BATCH, type BatchFigures, Writer } from './writer'

export type LedgerOptions = {
  db: Kysely<Schema>
  /** Ed25519 private key. */
  key: KeyObject
  /** Origin of its checkpoints: no blanks, no plus signs. */
  name: string
  /** Keys the hashes of session ids. */
  sessionSecret: string
  /** Version of the console. */
  build: string
  /** A file or an http(s) address where checkpoints are kept as well. */
  witness?: string | null
  clock?: Clock
  timers?: Timers
  batch?: BatchFigures
  /** A checkpoint after so many entries, or so long after the first without one. */
  checkpoint?: { entries: number; waitMs: number }
  /** Whether its start and stop are entries. Off for a command that writes one entry and ends. */
  announce?: boolean
}

/**
 * Opens a ledger over a database: closes what a writer that is gone left open, and begins to write. Any number may be
 * open over one database, in one process or many. Rejects with the storage's error, or where the ledger
 * was signed with another key.
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const opened = new OpenLedger(options)
  await opened.begin()
  return opened
}

/** It is written as soon as there is room; should the process end first, the next one closes the intent. */
const toLog = (error: unknown) =>
  log.error({ err: error }, 'an intent that nobody waits for could not be closed yet')

class OpenLedger implements Ledger {
  readonly #options: LedgerOptions
  readonly #db: Kysely<Schema>
  readonly #clock: Clock
  readonly #naming: Naming
  readonly #signer: NoteSigner
  readonly #tree = new StoredTree()
  readonly #checkpoints: Checkpoints
  readonly #keeper: CheckpointKeeper
  readonly #witness: Witness | null
  readonly #presence: Presence
  readonly #writer: Writer
  readonly #open = new Set<number>()
  #verified: LedgerState['verified'] = null
  #stopped = false

  constructor(options: LedgerOptions) {
    const { db, key, name, sessionSecret, clock = SYSTEM_CLOCK, timers = SYSTEM_TIMERS } = options
    this.#options = options
    this.#db = db
    this.#clock = clock
    this.#naming = new Naming(lookupSecret(key), sessionSecret)
    this.#signer = new NoteSigner(name, key)
    this.#checkpoints = new Checkpoints(
      db,
      this.#tree,
      this.#signer,
      clock,
      () => this.#writer.frontier,
    )
    this.#witness =
      options.witness == null ? null : new Witness(db, this.#checkpoints, options.witness, timers)
    this.#keeper = new CheckpointKeeper(
      this.#checkpoints,
      this.#witness,
      timers,
      options.checkpoint ?? { entries: 256, waitMs: 60_000 },
    )
    this.#presence = new Presence(
      db,
      timers,
      () => this.#open.size,
      (sequences) => void this.#closeOrphans(sequences).catch(toLog),
    )
    this.#writer = new Writer({
      db,
      tree: this.#tree,
      clock,
      timers,
      batch: options.batch ?? BATCH,
      id: this.#presence.id,
      committed: (size) => this.#keeper.grown(size),
      landedLate: (sequence, draft) =>
        void this.#close(
          { sequence, action: draft.action, requestId: null, build: options.build },
          { status: 503, problem: 'ledger-unavailable' },
        ).catch(toLog),
    })
  }

  async begin(): Promise<void> {
    await this.#checkpoints.begin()
    await this.#keeper.begin()
    await this.#presence.begin()
    if (this.#options.announce !== false) await this.record(this.#ownDeed('ledger-start'))
  }

  async intend(deed: Deed): Promise<Entry> {
    this.#mayWrite()
    const { build } = this.#options
    const draft = deedDraft('intent', deed, { session: this.#sessionHash(deed), build })
    const sequence = await this.#writer.append(draft, deedLookups(deed, this.#naming), false)
    // null is for what follows an intent
    return this.#entry({
      sequence: sequence ?? 0,
      action: deed.action,
      requestId: deed.requestId,
      build,
    })
  }

  async record(deed: Deed, outcome?: Outcome): Promise<number> {
    this.#mayWrite()
    const { build } = this.#options
    const draft = deedDraft('event', deed, { session: this.#sessionHash(deed), build, outcome })
    const lookups = [...deedLookups(deed, this.#naming), ...outcomeLookups(outcome)]
    // null is for what follows an intent
    return (await this.#writer.append(draft, lookups, false)) ?? 0
  }

  async check(): Promise<void> {
    this.#mayWrite()
    await proveWritable(this.#db)
  }

  accesses(query: Parameters<Ledger['accesses']>[0]): ReturnType<Ledger['accesses']> {
    return findAccesses(this.#db, query, this.#naming)
  }

  actors(): ReturnType<Ledger['actors']> {
    return listActors(this.#db)
  }

  async entry(sequence: number): ReturnType<Ledger['entry']> {
    const newest = await this.#checkpoints.newest()
    const [proven] = await provenEntries(this.#db, this.#tree, [sequence], newest)
    return proven ?? null
  }

  async prove(sequences: readonly number[]): ReturnType<Ledger['prove']> {
    const newest = await this.#checkpoints.newest()
    const covered = sequences.every((sequence) => newest !== null && sequence < newest.size)
    const checkpoint = covered ? newest : await this.#keeper.make()
    return provenEntries(this.#db, this.#tree, sequences, checkpoint)
  }

  async consistency(from: number, to: number): Promise<string[]> {
    const proof = await consistencyProof(this.#tree.through(this.#db), from, to)
    return proof.map((hash) => hash.toString('hex'))
  }

  async state(): Promise<LedgerState> {
    return {
      size: (await readHead(this.#db)).size,
      checkpoint: await this.#checkpoints.newest(),
      verified: this.#verified ?? this.#refused(),
      witness: this.#witness?.shown ?? null,
      witnessedSize: (await this.#witness?.sentSize()) ?? null,
      verifierKey: this.#signer.verifierKey,
    }
  }

  async verify(signal: AbortSignal): Promise<LedgerState> {
    const { size } = await readHead(this.#db)
    const finding = await checkAll(this.#db, this.#checkpoints, this.#signer, size, signal)
    this.#verified = { ...finding, timeUtc: new Date(this.#clock.nowMs()).toISOString() }
    if (!finding.sound) log.error({ size }, 'the ledger is not what was written')
    return this.state()
  }

  async *exportLines(signal: AbortSignal): AsyncGenerator<string> {
    // Where none may be signed any more, what there is must be had all the same.
    const checkpoint = await this.#keeper.make().catch(() => null)
    const size = checkpoint?.size ?? (await readHead(this.#db)).size
    const exportedUtc = new Date(this.#clock.nowMs()).toISOString()
    const heading = { origin: this.#signer.name, key: this.#signer.verifierKey, size, exportedUtc }
    yield* exportLines(this.#db, this.#checkpoints, heading, signal)
  }

  erase(actorKey: string): Promise<number> {
    return eraseActor(this.#db, actorKey)
  }

  async stop(): Promise<void> {
    if (this.#stopped) return
    if (this.#options.announce !== false)
      await this.record(this.#ownDeed('ledger-stop')).catch((error) =>
        log.error({ err: error }, 'the stop of the ledger could not be written'),
      )
    this.#stopped = true
    await this.#writer.close()
    await this.#keeper.stop()
    await this.#presence
      .end()
      .catch((error) => log.warn({ err: error }, 'the end of a writer could not be written'))
  }

  #mayWrite(): void {
    if (this.#stopped) throw new Error('The ledger is closed.')
  }

  #entry(of: OfIntent): Entry {
    this.#open.add(of.sequence)
    let concluded: Promise<void> | null = null
    return {
      sequence: of.sequence,
      progress: async (heard: Interval[]) => {
        if (concluded !== null) throw new Error('What was heard came after the end.')
        await this.#writer.append(progressDraft(of, heard), [], true)
      },
      conclude: (outcome) => {
        concluded ??= this.#close(of, outcome)
        return concluded
      },
    }
  }

  async #close(of: OfIntent, outcome: Outcome): Promise<void> {
    this.#open.delete(of.sequence)
    await this.#writer.append(outcomeDraft(of, outcome), outcomeLookups(outcome), true)
  }

  /** Of writers that are gone: nobody can tell any more how it ended. */
  async #closeOrphans(sequences: number[]): Promise<void> {
    const { build } = this.#options
    for (const row of await entriesAt(this.#db, sequences)) {
      const { sequence, action } = row
      const requestId = readLeaf(row.leaf)?.request ?? null
      void this.#close(
        { sequence, action, requestId, build },
        { status: 0, problem: 'unknown' },
      ).catch(toLog)
    }
  }

  #refused(): LedgerState['verified'] {
    const words = this.#checkpoints.refusal
    if (words === null) return null
    return { sound: false, size: 0, timeUtc: new Date(this.#clock.nowMs()).toISOString(), words }
  }

  #sessionHash({ sessionId }: Deed): string | null {
    return sessionId === null ? null : this.#naming.sessionHash(sessionId)
  }

  #ownDeed(action: 'ledger-start' | 'ledger-stop'): Deed {
    return {
      action,
      object: { kind: 'ledger', ids: [this.#options.name] },
      actor: null,
      sessionId: null,
      purpose: null,
      allowed: true,
      rule: 'server',
      origin: { address: null, agent: null, page: null },
      requestId: null,
    }
  }
}
