import type { Kysely } from 'kysely'
import type { Checkpoint } from '@/lib/contract/ledger'
import type { Schema } from '@/lib/store/schema'
import { frontierAt, readHead } from './batch'
import { openCheckpoint, signCheckpoint } from './checkpoint'
import type { Clock } from './ledger-clock'
import type { Frontier } from './merkle'
import { rootOf } from './proof'
import type { NoteSigner } from './signed-note'
import type { StoredTree } from './stored-tree'
import { transact } from './transact'

/** The signed tree heads that the database holds. */
export class Checkpoints {
  #refusal: string | null = null

  constructor(
    private readonly db: Kysely<Schema>,
    private readonly tree: StoredTree,
    private readonly signer: NoteSigner,
    private readonly clock: Clock,
    private readonly frontier: () => Frontier,
  ) {}

  /** Why none is signed any more; null while all is well. */
  get refusal(): string | null {
    return this.#refusal
  }

  /**
   * Compares the newest with the entries. Where they differ no other is signed: a new signature would cover up the
   * change. Rejects where the newest was signed with another key.
   */
  async begin(): Promise<void> {
    const row = await this.#newestRow(this.db)
    if (row === undefined) return
    const newest = openCheckpoint(this.signer, row.note)
    if (newest === null)
      throw new Error('The key file is not the one that this ledger was signed with.')
    const { size } = await readHead(this.db)
    const root = size < newest.size ? null : await this.#root(newest.size)
    if (root !== newest.rootHash)
      this.#refusal = `The entries are not those of the checkpoint of ${newest.size} entries.`
  }

  /** The newest; null before the first. */
  async newest(): Promise<Checkpoint | null> {
    const row = await this.#newestRow(this.db)
    return row === undefined ? null : openCheckpoint(this.signer, row.note)
  }

  /** All from a size on, exclusive; at most `limit`, smallest first. */
  after(size: number, limit: number): Promise<{ size: number; note: string }[]> {
    return this.db
      .selectFrom('ledgerCheckpoint')
      .select(['size', 'note'])
      .where('size', '>', size)
      .orderBy('size')
      .limit(limit)
      .execute()
  }

  /** One of every entry there is: the newest where it covers them, else a new one. Null for an empty ledger. */
  make(): Promise<Checkpoint | null> {
    return transact(this.db, async (db) => {
      const head = await readHead(db)
      if (head.size === 0) return null
      const row = await this.#newestRow(db)
      const newest = row === undefined ? null : openCheckpoint(this.signer, row.note)
      if (row !== undefined && newest === null)
        throw new Error('The newest checkpoint is not one of this key.')
      if (newest?.size === head.size) return newest
      if (newest !== null && newest.size > head.size)
        this.#refusal = `Entries up to ${newest.size - 1} were there, and are not any more.`
      if (this.#refusal !== null) throw new Error(this.#refusal)
      const frontier = await frontierAt(db, head.size, this.frontier(), this.tree)
      const timeMs = Math.max(
        Math.round(this.clock.nowMs()),
        head.timeMs,
        newest === null ? 0 : Date.parse(newest.timeUtc),
      )
      const made = signCheckpoint(this.signer, { size: head.size, root: frontier.root(), timeMs })
      await db
        .insertInto('ledgerCheckpoint')
        .values({ size: made.size, note: made.note, timeMs })
        .execute()
      return made
    })
  }

  async #root(size: number): Promise<string | null> {
    try {
      return (await rootOf(this.tree.through(this.db), size)).toString('hex')
    } catch {
      // A node or an entry is missing: that is a difference too.
      return null
    }
  }

  #newestRow(db: Kysely<Schema>) {
    return db
      .selectFrom('ledgerCheckpoint')
      .select(['size', 'note'])
      .orderBy('size', 'desc')
      .limit(1)
      .executeTakeFirst()
  }
}
