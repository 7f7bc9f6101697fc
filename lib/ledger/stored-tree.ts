import type { Kysely } from 'kysely'
import type { Schema } from '@/lib/store/schema'
import { nodeHash, STORED_EVERY } from './merkle'
import type { NodeSource } from './proof'

const FANOUT = 2 ** STORED_EVERY
/** About two megabytes of hashes. */
const MAX_GROUPS = 4_096

/**
 * The tree as the database holds it. Complete groups of sixteen never change, so those read once are kept.
 * Rejects when an entry or node that must be there is not.
 */
export class StoredTree {
  readonly #groups = new Map<string, readonly Buffer[]>()

  /** Read through one connection, so that a transaction sees its own. */
  through(db: Kysely<Schema>): NodeSource {
    const node = async (level: number, position: number): Promise<Buffer> => {
      if (level % STORED_EVERY !== 0)
        return nodeHash(
          await node(level - 1, position * 2),
          await node(level - 1, position * 2 + 1),
        )
      const first = Math.floor(position / FANOUT) * FANOUT
      const hash = (await this.#group(db, level, first))[position - first]
      if (hash === undefined)
        throw new Error(`The ledger lacks node ${position} of level ${level}.`)
      return hash
    }
    return { node }
  }

  async #group(db: Kysely<Schema>, level: number, first: number): Promise<readonly Buffer[]> {
    const key = `${level}/${first}`
    const known = this.#groups.get(key)
    if (known !== undefined) return known
    const group = await (level === 0 ? readLeaves(db, first) : readNodes(db, level, first))
    if (group.length < FANOUT) return group
    if (this.#groups.size >= MAX_GROUPS)
      for (const oldest of this.#groups.keys()) {
        this.#groups.delete(oldest)
        break
      }
    this.#groups.set(key, group)
    return group
  }
}

async function readLeaves(db: Kysely<Schema>, first: number): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('ledgerEntry')
    .select(['sequence', 'leafHash'])
    .where('sequence', '>=', first)
    .where('sequence', '<', first + FANOUT)
    .orderBy('sequence')
    .execute()
  return gapless(
    rows.map((row) => [row.sequence, row.leafHash]),
    first,
  )
}

async function readNodes(db: Kysely<Schema>, level: number, first: number): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('ledgerNode')
    .select(['position', 'hash'])
    .where('level', '=', level)
    .where('position', '>=', first)
    .where('position', '<', first + FANOUT)
    .orderBy('position')
    .execute()
  return gapless(
    rows.map((row) => [row.position, row.hash]),
    first,
  )
}

function gapless(rows: readonly [number, Buffer][], first: number): Buffer[] {
  const end = rows.findIndex(([position], at) => position !== first + at)
  return (end < 0 ? rows : rows.slice(0, end)).map(([, hash]) => hash)
}
