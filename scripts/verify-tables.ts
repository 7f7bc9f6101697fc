import { z } from 'zod'
import {
  LedgerCheck,
  nodeHash,
  parseKey,
  type Report,
  type VerifyOptions,
} from '@/verifier/ledger-verify.mjs'
import type { LedgerTables } from './ledger-tables'

// PostgreSQL gives a bigint as text.
const Whole = z.coerce.number().int()
const Bytes = z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes))
const EntryRow = z.object({
  sequence: Whole,
  time_ms: Whole,
  phase: z.string(),
  action: z.string(),
  intent: Whole.nullable(),
  leaf_hash: Bytes,
  leaf: z.string(),
})
const PersonalRow = z.object({ sequence: Whole, field: z.string(), salt: Bytes, text: z.string() })
const CheckpointRow = z.object({ size: Whole, time_ms: Whole, note: z.string() })
const NodeRow = z.object({ level: Whole, position: Whole, hash: Bytes })
const HashRow = z.object({ position: Whole, hash: Bytes })
const CountRow = z.object({ count: Whole, highest: Whole.nullable() })

type EntryRow = z.output<typeof EntryRow>

/** Entries read at once. */
const AT_ONCE = 1_000
const CHILDREN = 16
const LEVELS_BETWEEN = 4

/**
 * Verifies the ledger in a console's database with the independent verifier, and its columns against the leaves.
 * The first key of the options names the ledger. Resolves with the report; rejects with the database's error.
 */
export async function verifyTables(
  tables: LedgerTables,
  options: VerifyOptions & { keys: readonly [string, ...string[]] },
): Promise<Report> {
  const [key] = options.keys
  const check = new LedgerCheck(options)
  const [counted] = await tables.rows(
    'select count(*) as count, max(sequence) as highest from ledger_entry',
    CountRow,
  )
  check.header({
    type: 'ledger',
    version: 1,
    origin: parseKey(key).name,
    key,
    size: (counted?.highest ?? -1) + 1,
    complete: true,
    exportedUtc: new Date().toISOString(),
  })
  await readEntries(tables, check)
  await readNodes(tables, check)
  await readCheckpoints(tables, check)
  return check.finish()
}

async function readEntries(tables: LedgerTables, check: LedgerCheck): Promise<void> {
  for (let last: number | null = null; ; ) {
    const after: string = last === null ? '' : `where sequence > ${last}`
    const entries: EntryRow[] = await tables.rows(
      `select * from ledger_entry ${after} order by sequence limit ${AT_ONCE}`,
      EntryRow,
    )
    const end = entries.at(-1)
    if (end === undefined) break
    const personal = await tables.rows(
      `select * from ledger_personal where sequence <= ${end.sequence} ${last === null ? '' : `and sequence > ${last}`} order by sequence`,
      PersonalRow,
    )
    const texts = new Map<number, Record<string, { salt: string; text: string }>>()
    for (const { sequence, field, salt, text } of personal) {
      const fields = texts.get(sequence) ?? {}
      fields[field] = { salt: salt.toString('hex'), text }
      texts.set(sequence, fields)
    }
    for (const entry of entries) {
      checkColumns(entry, check)
      check.entry({
        type: 'entry',
        leaf: entry.leaf,
        hash: entry.leaf_hash.toString('hex'),
        personal: texts.get(entry.sequence) ?? {},
      })
      texts.delete(entry.sequence)
    }
    for (const sequence of texts.keys())
      check.wrong(sequence, `There is a clear text of entry ${sequence}, and no such entry.`)
    last = end.sequence
  }
}

const Filed = z.object({
  seq: z.number(),
  time: z.string(),
  phase: z.string(),
  action: z.string(),
  of: z.number().optional(),
})

/** The columns are what questions are answered by: each must say what the leaf says. */
function checkColumns(entry: EntryRow, check: LedgerCheck): void {
  const leaf = Filed.safeParse(parse(entry.leaf)).data
  // A leaf that is none is named by the verifier.
  if (leaf === undefined) return
  const wrong = [
    leaf.seq === entry.sequence ? null : 'sequence',
    Date.parse(leaf.time) === entry.time_ms ? null : 'time_ms',
    leaf.phase === entry.phase ? null : 'phase',
    leaf.action === entry.action ? null : 'action',
    (leaf.of ?? null) === entry.intent ? null : 'intent',
  ].filter((column) => column !== null)
  if (wrong.length > 0)
    check.wrong(
      entry.sequence,
      `Entry ${entry.sequence} is filed under another ${wrong.join(' and ')} than its own.`,
    )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The stored hashes of whole subtrees, each against the sixteen below it. */
async function readNodes(tables: LedgerTables, check: LedgerCheck): Promise<void> {
  const stray = await tables.rows(
    `select level, position, hash from ledger_node where level < ${LEVELS_BETWEEN} or level % ${LEVELS_BETWEEN} <> 0 order by level, position limit 1`,
    NodeRow,
  )
  for (const { level, position } of stray)
    check.wrong(position * 2 ** level, `There is a node of level ${level}, where none is stored.`)
  let below = childrenOf(tables, 0)
  for (let level = LEVELS_BETWEEN; ; level += LEVELS_BETWEEN) {
    const stored = childrenOf(tables, level)
    const whole = await compareLevel(level, below, stored, check)
    if (whole === 0) return
    below = childrenOf(tables, level)
  }
}

type Node = z.output<typeof HashRow>

/** How many subtrees of this level are whole. */
async function compareLevel(
  level: number,
  below: AsyncGenerator<Node>,
  stored: AsyncGenerator<Node>,
  check: LedgerCheck,
): Promise<number> {
  const width = 2 ** level
  let whole = 0
  let group: Buffer[] = []
  let next = 0
  for await (const { position, hash } of below) {
    // Entries that are missing are named already; nothing can be compared past them.
    if (position !== next) break
    next += 1
    group.push(hash)
    if (group.length < CHILDREN) continue
    const found = (await stored.next()).value as Node | undefined // what a finished generator has is void
    const made = rootOf(group)
    group = []
    if (found?.position !== whole || !found.hash.equals(made)) {
      const first = whole * width
      check.wrong(
        first,
        `The stored hash over the entries from ${first} on is not theirs.`,
        first + width - 1,
      )
      return 0
    }
    whole += 1
  }
  return whole
}

function rootOf(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes
  if (hashes.length === 1 && only !== undefined) return only
  const half = hashes.length / 2
  return nodeHash(rootOf(hashes.slice(0, half)), rootOf(hashes.slice(half)))
}

/** Leaf hashes for level 0, else stored nodes, ascending. */
async function* childrenOf(tables: LedgerTables, level: number): AsyncGenerator<Node> {
  const table =
    level === 0
      ? 'select sequence as position, leaf_hash as hash from ledger_entry where sequence'
      : `select position, hash from ledger_node where level = ${level} and position`
  for (let from = 0; ; ) {
    const some = await tables.rows(`${table} >= ${from} order by 1 limit ${AT_ONCE}`, HashRow)
    yield* some
    const last = some.at(-1)
    if (last === undefined) return
    from = last.position + 1
  }
}

async function readCheckpoints(tables: LedgerTables, check: LedgerCheck): Promise<void> {
  const checkpoints = await tables.rows(
    'select size, time_ms, note from ledger_checkpoint order by size',
    CheckpointRow,
  )
  for (const { size, time_ms, note } of checkpoints) {
    const [, signedSize, , time] = note.split('\n')
    if (signedSize !== String(size) || Date.parse(time?.slice('time '.length) ?? '') !== time_ms)
      check.unproved(`The checkpoint filed under ${size} entries says something else.`)
    check.checkpoint(note)
  }
}
