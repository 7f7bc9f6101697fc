import type { Kysely } from 'kysely'
import type { Schema } from '@/lib/store/schema'
import { nodeHash, STORED_EVERY } from './merkle'
import type { NodeSource } from './proof'

const FANOUT = 2 ** STORED_EVERY
/** Some ten megabytes of hashes. */
const MAX_GROUPS = 2_048

/**
 * The tree as the database holds it. Complete groups of sixteen never change, so those read once are kept.
 * Rejects when an entry or node that must be there is not.
 */
export class StoredTree {
  readonly #groups = new Map<string, Group>()

  /** Read through one connection, so that a transaction sees its own. */
  through(db: Kysely<Schema>): NodeSource {
    return {
      node: async (level, position) => {
        const inGroup = level % STORED_EVERY
        const width = FANOUT / 2 ** inGroup
        const nth = Math.floor(position / width)
        const group = await this.#group(db, level - inGroup, nth * FANOUT)
        const hash = group[inGroup]?.[position - nth * width]
        if (hash === undefined)
          throw new Error(`The ledger lacks node ${position} of level ${level}.`)
        return hash
      },
    }
  }

  async #group(db: Kysely<Schema>, level: number, first: number): Promise<Group> {
    const key = `${level}/${first}`
    const known = this.#groups.get(key)
    if (known !== undefined) return known
    const hashes = await (level === 0 ? readLeaves(db, first) : readNodes(db, level, first))
    const group = groupOf(hashes)
    if (hashes.length < FANOUT) return group
    if (this.#groups.size >= MAX_GROUPS)
      for (const oldest of this.#groups.keys()) {
        this.#groups.delete(oldest)
        break
      }
    this.#groups.set(key, group)
    return group
  }
}

/** Sixteen neighbours, or fewer at the right edge, and the nodes above them below the next stored level. */
type Group = readonly (readonly Buffer[])[]

function groupOf(hashes: readonly Buffer[]): Group {
  const levels = [hashes]
  for (let below = hashes; levels.length < STORED_EVERY; ) {
    const above: Buffer[] = []
    for (let at = 0; at + 1 < below.length; at += 2) {
      const [left, right] = [below[at], below[at + 1]]
      if (left !== undefined && right !== undefined) above.push(nodeHash(left, right))
    }
    levels.push(above)
    below = above
  }
  return levels
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
