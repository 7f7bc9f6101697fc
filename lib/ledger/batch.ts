import type { Kysely } from 'kysely'
import type { LedgerLookupRow, Schema } from '@/lib/store/schema'
import { type Draft, type EntryTime, leafOf } from './leaf'
import { Frontier, leafHash } from './merkle'
import type { StoredTree } from './stored-tree'

/** What finds an entry again. */
export type Lookup = Pick<LedgerLookupRow, 'kind' | 'key'>

/** One entry on its way into the ledger. */
export type Item = {
  draft: Draft
  lookups: Lookup[]
  /** Where it was put by a commit that failed: it may be there all the same. */
  tried: { sequence: number; leaf: string } | null
  /** False for one that was refused since: it is looked for where it was tried, and not written again. */
  wanted: boolean
}

/** What became of an item: its place; or none, because its intent was closed by somebody else or nobody wants it. */
export type Placed = { sequence: number } | { superseded: true } | { failed: unknown }

/** The newest entry there is, as far as the database says. */
export type Head = { size: number; timeMs: number }

export async function readHead(db: Kysely<Schema>): Promise<Head> {
  const last = await db
    .selectFrom('ledgerEntry')
    .select(['sequence', 'timeMs'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last === undefined
    ? { size: 0, timeMs: 0 }
    : { size: last.sequence + 1, timeMs: last.timeMs }
}

/** The tree's right edge at the head: the one at hand, or, where another writer was there, read anew. */
export function frontierAt(
  db: Kysely<Schema>,
  size: number,
  known: Frontier,
  tree: StoredTree,
): Promise<Frontier> | Frontier {
  if (size === known.size) return known
  const source = tree.through(db)
  return Frontier.load(size, (level, position) => source.node(level, position))
}

/**
 * Appends items in order, inside a transaction of `transact`. Answers what became of each and the tree after it.
 * An outcome or progress whose intent is no longer open is left out, as is an item that landed before.
 */
export async function appendItems(
  db: Kysely<Schema>,
  items: readonly Item[],
  given: {
    frontier: Frontier
    tree: StoredTree
    writer: string
    time: (lastMs: number) => EntryTime
  },
): Promise<{ placed: Placed[]; frontier: Frontier }> {
  const head = await readHead(db)
  const landed = await landedBefore(db, items)
  const open = await stillOpen(db, items)
  const frontier = await frontierAt(db, head.size, given.frontier, given.tree)
  const time = given.time(head.timeMs)

  const placed: Placed[] = []
  const rows: Rows = { entries: [], personal: [], lookups: [], opened: [], closed: [] }
  const hashes: Buffer[] = []
  for (const item of items) {
    const { draft, tried } = item
    if (tried !== null && landed.has(tried.sequence)) {
      placed.push({ sequence: tried.sequence })
      continue
    }
    if (!item.wanted || (draft.intent !== null && !open.has(draft.intent))) {
      placed.push({ superseded: true })
      continue
    }
    const sequence = head.size + hashes.length
    let leaf: string
    try {
      // The step of the clock is told once.
      leaf = leafOf(draft, sequence, hashes.length === 0 ? time : { timeMs: time.timeMs })
    } catch (failed) {
      placed.push({ failed })
      continue
    }
    item.tried = { sequence, leaf }
    const hash = leafHash(leaf)
    hashes.push(hash)
    placed.push({ sequence })
    addRows(rows, item, { sequence, timeMs: time.timeMs, leaf, leafHash: hash }, given.writer)
    if (draft.phase === 'outcome' && draft.intent !== null) open.delete(draft.intent)
  }
  if (hashes.length === 0) return { placed, frontier }

  const next = frontier.append(hashes)
  await insert(db, rows)
  if (next.completed.length > 0) await db.insertInto('ledgerNode').values(next.completed).execute()
  return { placed, frontier: next.frontier }
}

type Rows = {
  entries: Schema['ledgerEntry'][]
  personal: Schema['ledgerPersonal'][]
  lookups: LedgerLookupRow[]
  opened: Schema['ledgerOpen'][]
  closed: number[]
}

function addRows(
  rows: Rows,
  { draft, lookups }: Item,
  entry: Pick<Schema['ledgerEntry'], 'sequence' | 'timeMs' | 'leaf' | 'leafHash'>,
  writer: string,
): void {
  const { sequence } = entry
  const { phase, action, intent } = draft
  rows.entries.push({ ...entry, phase, action, intent })
  for (const personal of draft.personal) rows.personal.push({ sequence, ...personal })
  for (const lookup of lookups) rows.lookups.push({ ...lookup, sequence: intent ?? sequence })
  if (phase === 'intent') rows.opened.push({ sequence, writer })
  if (phase === 'outcome' && intent !== null) rows.closed.push(intent)
}

async function insert(db: Kysely<Schema>, rows: Rows): Promise<void> {
  await db.insertInto('ledgerEntry').values(rows.entries).execute()
  if (rows.personal.length > 0)
    await db.insertInto('ledgerPersonal').values(rows.personal).execute()
  for (let at = 0; at < rows.lookups.length; at += LOOKUPS_AT_ONCE)
    await db
      .insertInto('ledgerLookup')
      .values(rows.lookups.slice(at, at + LOOKUPS_AT_ONCE))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  if (rows.opened.length > 0) await db.insertInto('ledgerOpen').values(rows.opened).execute()
  if (rows.closed.length > 0)
    await db.deleteFrom('ledgerOpen').where('sequence', 'in', rows.closed).execute()
}

/** Well below the number of parameters that either database takes. */
const LOOKUPS_AT_ONCE = 5_000

/** Which of the places tried before hold just what was tried. */
async function landedBefore(
  db: Kysely<Schema>,
  items: readonly Item[],
): Promise<ReadonlySet<number>> {
  const tried = new Map(
    items.flatMap(({ tried }) => (tried === null ? [] : [[tried.sequence, tried.leaf]])),
  )
  if (tried.size === 0) return new Set()
  const rows = await db
    .selectFrom('ledgerEntry')
    .select(['sequence', 'leaf'])
    .where('sequence', 'in', [...tried.keys()])
    .execute()
  return new Set(
    rows.filter((row) => tried.get(row.sequence) === row.leaf).map((row) => row.sequence),
  )
}

/** Which of the intents that the items belong to have no outcome yet. */
async function stillOpen(db: Kysely<Schema>, items: readonly Item[]): Promise<Set<number>> {
  const wanted = items.flatMap(({ draft }) => draft.intent ?? [])
  if (wanted.length === 0) return new Set()
  const rows = await db
    .selectFrom('ledgerOpen')
    .select('sequence')
    .where('sequence', 'in', wanted)
    .execute()
  return new Set(rows.map((row) => row.sequence))
}
