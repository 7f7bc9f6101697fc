import type { Kysely } from 'kysely'
import type { LedgerEntryRow, Schema } from '@/lib/store/schema'
import { breath } from './breath'
import { openCheckpoint } from './checkpoint'
import type { Checkpoints } from './checkpoints'
import { Frontier, leafHash, type TreeNode } from './merkle'
import { commitment } from './personal'
import type { NoteSigner } from './signed-note'
import { entriesBetween } from './stored-entries'

/** Entries read at once: some milliseconds of work between two breaths of the process. */
const AT_ONCE = 200

/** What the check of a whole ledger found. */
export type Finding = { sound: boolean; size: number; words: string }

/** Where in a leaf the commitment to a field stands. */
const COMMITMENT_AT: Record<string, string[]> = {
  actor: ['actor', 'commitment'],
  query: ['object', 'query', 'commitment'],
  purpose: ['purpose', 'commitment'],
  address: ['origin', 'address', 'commitment'],
  agent: ['origin', 'agent', 'commitment'],
  whose: ['whose', 'commitment'],
}

class Unsound extends Error {}

/**
 * Recomputes every leaf, node, root and commitment of the first `size` entries and checks every checkpoint, in
 * bounded memory. Rejects with the reason of the signal, or the storage's error.
 */
export async function checkAll(
  db: Kysely<Schema>,
  checkpoints: Checkpoints,
  signer: NoteSigner,
  size: number,
  signal: AbortSignal,
): Promise<Finding> {
  try {
    const signed = await walk(db, checkpoints, signer, size, signal)
    const rest = size - signed
    const words =
      rest === 0
        ? `All ${size} entries are as they were signed.`
        : `All ${size} entries are whole; the newest ${rest} have no checkpoint yet.`
    return { sound: true, size, words }
  } catch (error) {
    if (error instanceof Unsound) return { sound: false, size, words: error.message }
    throw error
  }
}

/** How many entries the newest checkpoint covers. */
async function walk(
  db: Kysely<Schema>,
  checkpoints: Checkpoints,
  signer: NoteSigner,
  size: number,
  signal: AbortSignal,
): Promise<number> {
  let frontier = Frontier.empty
  let timeMs = 0
  let signed = 0
  let waiting = await checkpoints.after(0, AT_ONCE)
  for (let from = 0; from < size; from += AT_ONCE) {
    signal.throwIfAborted()
    const to = Math.min(size, from + AT_ONCE)
    const rows = await entriesBetween(db, from, to)
    const hashes: Buffer[] = []
    const leaves: unknown[] = []
    for (let at = from; at < to; at++) {
      const row = rows[at - from]
      if (row?.sequence !== at) throw new Unsound(`Entry ${at} is missing.`)
      const leaf = parse(row.leaf)
      leaves.push(leaf)
      hashes.push(checkEntry(row, leaf, timeMs))
      timeMs = row.timeMs
    }
    await checkTexts(db, from, leaves)
    for (let at = from; at < to; ) {
      if (waiting.length === 0) waiting = await checkpoints.after(at, AT_ONCE)
      const next = waiting[0]
      const end = next !== undefined && next.size <= to ? next.size : to
      const grown = frontier.append(hashes.slice(at - from, end - from))
      frontier = grown.frontier
      await checkNodes(db, grown.completed)
      at = end
      if (next?.size === end) {
        const checkpoint = openCheckpoint(signer, next.note)
        if (checkpoint?.size !== end)
          throw new Unsound(`The checkpoint of ${end} entries is not signed by the ledger's key.`)
        if (checkpoint.rootHash !== frontier.root().toString('hex'))
          throw new Unsound(
            `The entries from ${signed} to ${end - 1} are not those of the checkpoint of ${end} entries.`,
          )
        signed = end
        waiting = waiting.slice(1)
      }
    }
    await breath()
  }
  const beyond = waiting[0] ?? (await checkpoints.after(size, 1))[0]
  if (beyond !== undefined && (await isShort(db, beyond.size)))
    throw new Unsound(`Entry ${size} is missing: a checkpoint says that there were ${beyond.size}.`)
  return signed
}

function checkEntry(row: LedgerEntryRow, leaf: unknown, lastMs: number): Buffer {
  const at = row.sequence
  const hash = leafHash(row.leaf)
  if (!hash.equals(row.leafHash))
    throw new Unsound(`Entry ${at} is not the one that its hash was taken of.`)
  if (stepInto(leaf, ['seq']) !== at) throw new Unsound(`Entry ${at} holds another sequence.`)
  const filed = Date.parse(String(stepInto(leaf, ['time']))) === row.timeMs
  if (!filed || (stepInto(leaf, ['of']) ?? null) !== row.intent)
    throw new Unsound(`Entry ${at} is filed under another time or intent than its own.`)
  if (row.timeMs < lastMs) throw new Unsound(`Entry ${at} is earlier than the one before it.`)
  return hash
}

async function checkTexts(db: Kysely<Schema>, from: number, leaves: unknown[]): Promise<void> {
  const texts = await db
    .selectFrom('ledgerPersonal')
    .selectAll()
    .where('sequence', '>=', from)
    .where('sequence', '<', from + leaves.length)
    .execute()
  for (const { sequence, field, salt, text } of texts) {
    const committed = stepInto(leaves[sequence - from], COMMITMENT_AT[field] ?? [])
    if (committed !== commitment(salt, text))
      throw new Unsound(
        `The clear text of ${field} of entry ${sequence} is not the one committed to.`,
      )
  }
}

async function checkNodes(db: Kysely<Schema>, completed: readonly TreeNode[]): Promise<void> {
  const byLevel = new Map<number, TreeNode[]>()
  for (const node of completed) byLevel.set(node.level, [...(byLevel.get(node.level) ?? []), node])
  for (const [level, nodes] of byLevel) {
    const [first, last] = [nodes[0], nodes.at(-1)]
    if (first === undefined || last === undefined) continue
    const rows = await db
      .selectFrom('ledgerNode')
      .select(['position', 'hash'])
      .where('level', '=', level)
      .where('position', '>=', first.position)
      .where('position', '<=', last.position)
      .execute()
    const stored = new Map(rows.map((row) => [row.position, row.hash]))
    for (const { position, hash } of nodes)
      if (stored.get(position)?.equals(hash) !== true) {
        const width = 2 ** level
        throw new Unsound(
          `The entries from ${position * width} to ${(position + 1) * width - 1} are not those that were written.`,
        )
      }
  }
}

/** Whether entries that a checkpoint speaks of are not there: new ones may have come since the check began. */
async function isShort(db: Kysely<Schema>, size: number): Promise<boolean> {
  const row = await db
    .selectFrom('ledgerEntry')
    .select('sequence')
    .where('sequence', '=', size - 1)
    .executeTakeFirst()
  return row === undefined
}

function stepInto(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, name) =>
      // own members alone
      typeof at === 'object' && at !== null && Object.hasOwn(at, name)
        ? Reflect.get(at, name)
        : undefined,
    value,
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
