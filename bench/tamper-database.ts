import Sqlite from 'better-sqlite3'
import type { z } from 'zod'
import type { LedgerTables } from '../scripts/ledger-tables'
import type { ExportEntry } from '../verifier/ledger-verify.mjs'
import { checkpointText, type SampleLedger } from './ledger-sample'
import { SampleTree } from './ledger-sample-tree'
import type { SeededRandom } from './seeded-random'
import type { Subject } from './tamper-export'

const APPEND_ONLY = ['ledger_entry', 'ledger_node', 'ledger_checkpoint', 'ledger_personal']
const NODE_LEVELS = [4, 8]

type File = Sqlite.Database
/** Changes the tables and answers the sequence that must be named. */
type Tamper = (file: File, subject: Subject, random: SeededRandom) => number

const leafOf = (entry: ExportEntry) => JSON.parse(entry.leaf)

/** Writes a sample ledger into the product's tables, and takes away the triggers that would refuse a thief. */
export function fillTables(path: string, { ledger, entries }: Subject): File {
  const file = new Sqlite(path)
  const addEntry = file.prepare('insert into ledger_entry values (?, ?, ?, ?, ?, ?, ?)')
  const addText = file.prepare('insert into ledger_personal values (?, ?, ?, ?)')
  file.transaction(() => {
    for (const [sequence, entry] of entries.entries()) {
      const { time, phase, action, of } = leafOf(entry)
      const hash = Buffer.from(entry.hash ?? '', 'hex')
      addEntry.run(sequence, Date.parse(time), phase, action, of ?? null, hash, entry.leaf)
      for (const [field, { salt, text }] of Object.entries(entry.personal))
        addText.run(sequence, field, Buffer.from(salt, 'hex'), text)
    }
    for (const level of NODE_LEVELS)
      for (let at = 0; (at + 1) * 2 ** level <= entries.length; at += 1)
        file
          .prepare('insert into ledger_node values (?, ?, ?)')
          .run(level, at, ledger.tree.head(at * 2 ** level, 2 ** level))
    for (const { size, note } of ledger.checkpoints)
      file
        .prepare('insert into ledger_checkpoint values (?, ?, ?)')
        .run(size, Date.parse(/\ntime (\S+)/.exec(note)?.[1] ?? ''), note)
  })()
  const triggers = file.prepare("select name, tbl_name from sqlite_master where type = 'trigger'")
  for (const { name, tbl_name } of triggers.all() as { name: string; tbl_name: string }[]) // the columns asked for
    if (APPEND_ONLY.includes(tbl_name)) file.exec(`drop trigger "${name}"`)
  return file
}

/** The tables of an open file, as the verification asks for them. */
export function tablesOf(file: File): LedgerTables {
  return {
    async rows<S extends z.ZodType>(sql: string, row: S) {
      return file
        .prepare(sql)
        .all()
        .map((one) => row.parse(one))
    },
    async close() {},
  }
}

const flipped = (bytes: Buffer, random: SeededRandom): Buffer => {
  const copy = Buffer.from(bytes)
  const at = random.below(copy.length)
  copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8))
  return copy
}

const bitFlip: Tamper = (file, { entries }, random) => {
  const at = random.below(entries.length)
  const column = random.pick(['leaf', 'leaf_hash', 'time_ms', 'intent', 'phase', 'action', 'text'])
  const row = file.prepare('select * from ledger_entry where sequence = ?').get(at)
  const value = (name: string) => Reflect.get(Object(row), name)
  const set = (name: string, to: unknown) =>
    file.prepare(`update ledger_entry set ${name} = ? where sequence = ?`).run(to, at)
  if (column === 'text') {
    const texts = file.prepare('select sequence, text from ledger_personal').all()
    const { sequence, text } = Object(random.pick(texts))
    // One bit of an ASCII character leaves text text.
    const changed = `${String(text).slice(0, -1)}${String.fromCharCode(String(text).charCodeAt(text.length - 1) ^ 1)}`
    file
      .prepare('update ledger_personal set text = ? where sequence = ? and text = ?')
      .run(changed, sequence, text)
    return sequence
  }
  if (column === 'leaf_hash') set(column, flipped(value(column), random))
  else if (column === 'time_ms') set(column, value(column) ^ (1 << random.below(20)))
  else if (column === 'intent') set(column, (value(column) ?? 0) ^ (1 << random.below(8)))
  else {
    const text = String(value(column))
    const place = random.below(text.length)
    const changed = String.fromCharCode(text.charCodeAt(place) ^ (1 << random.below(3)))
    set(column, `${text.slice(0, place)}${changed}${text.slice(place + 1)}`)
  }
  return at
}

const nodeFlip: Tamper = (file, { entries }, random) => {
  const nodes = file.prepare('select level, position, hash from ledger_node').all()
  const { level, position, hash } = Object(random.pick(nodes))
  const set = file.prepare('update ledger_node set hash = ? where level = ? and position = ?')
  set.run(flipped(hash, random), level, position)
  return Math.min(position * 2 ** level, entries.length)
}

const deletion: Tamper = (file, { entries }, random) => {
  const at = random.below(entries.length)
  file.prepare('delete from ledger_entry where sequence = ?').run(at)
  return at
}

const reorder: Tamper = (file, { entries }, random) => {
  const first = random.below(entries.length - 1)
  const second = first + 1 + random.below(entries.length - first - 1)
  const move = file.prepare('update ledger_entry set sequence = ? where sequence = ?')
  move.run(-1, first)
  move.run(first, second)
  move.run(second, -1)
  return first
}

const insertion: Tamper = (file, { entries }, random) => {
  const copied = random.below(entries.length)
  const at = entries.length + random.below(3)
  file
    .prepare(
      'insert into ledger_entry select ?, time_ms, phase, action, intent, leaf_hash, leaf from ledger_entry where sequence = ?',
    )
    .run(at, copied)
  return entries.length
}

const coveredFrom = (ledger: SampleLedger, sequence: number) =>
  ledger.checkpoints.findLast(({ size }) => size <= sequence)?.size ?? 0

/** A leaf, its hash and the columns that fit it: only the nodes above it and the signed roots are not its own. */
const rewriting: Tamper = (file, { entries, ledger }, random) => {
  const at = random.below(entries.length)
  const entry = entries[at]
  if (entry === undefined) throw new Error('There is no such entry')
  const leaf = entry.leaf.replace('"build":"0.1.0"', '"build":"0.1.1"')
  file
    .prepare('update ledger_entry set leaf = ?, leaf_hash = ? where sequence = ?')
    .run(leaf, Buffer.from(ledger.tree.leafHash(leaf), 'hex'), at)
  const group = at - (at % 16)
  if (random.below(2) === 0 && group + 16 <= entries.length) return group
  // By somebody who made the lowest node above it anew as well: the next one tells, or else a checkpoint.
  const group16 = entries.slice(group, group + 16).map((one) => one.leaf)
  if (group16.length === 16) {
    const forged = new SampleTree()
    for (const one of group16.with(at - group, leaf)) forged.add(Buffer.from(one))
    file
      .prepare('update ledger_node set hash = ? where level = 4 and position = ?')
      .run(forged.head(0, 16), group / 16)
  }
  const wide = at - (at % 256)
  return wide + 256 <= entries.length ? wide : coveredFrom(ledger, at)
}

const truncation: Tamper = (file, { entries }, random) => {
  const kept = random.below(entries.length)
  for (const table of ['ledger_entry', 'ledger_personal'])
    file.prepare(`delete from ${table} where sequence >= ?`).run(kept)
  file.prepare('delete from ledger_node where (position + 1) * (1 << level) > ?').run(kept)
  return kept
}

const swappedCheckpoint: Tamper = (file, subject, random) => {
  const { ledger } = subject
  const nth = random.below(ledger.checkpoints.length)
  const size = ledger.checkpoints[nth]?.size ?? 0
  const before = ledger.checkpoints[nth - 1]?.size ?? 0
  const update = file.prepare('update ledger_checkpoint set note = ? where size = ?')
  if (random.below(2) === 0) {
    const other = random.pick(ledger.checkpoints.toSpliced(nth, 1))
    update.run(other.note, size)
  } else {
    const timeMs = Date.UTC(2026, 10, 2, 8)
    file.prepare('update ledger_checkpoint set time_ms = ? where size = ?').run(timeMs, size)
    update.run(ledger.key.sign(checkpointText(size, random.bytes(32), timeMs)), size)
  }
  return before
}

const oldKey: Tamper = (file, { ledger, otherKey }, random) => {
  const from = random.below(ledger.checkpoints.length)
  for (const { size, note } of ledger.checkpoints.slice(from))
    file
      .prepare('update ledger_checkpoint set note = ? where size = ?')
      .run(otherKey.sign(`${note.split('\n\n')[0]}\n`), size)
  return ledger.checkpoints[from - 1]?.size ?? 0
}

export const DATABASE_TAMPERINGS: Readonly<Record<string, Tamper>> = {
  'bit flip': bitFlip,
  'stored node': nodeFlip,
  deletion,
  reorder,
  insertion,
  rewriting,
  truncation,
  'swapped checkpoint': swappedCheckpoint,
  'old key': oldKey,
}
