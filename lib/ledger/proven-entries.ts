import type { Kysely } from 'kysely'
import type { Checkpoint, ProvenEntry } from '@/lib/contract/ledger'
import type { LedgerEntryRow, Schema } from '@/lib/store/schema'
import { breath } from './breath'
import { leafHash } from './merkle'
import { inclusionProof } from './proof'
import { entriesAt, personalOf } from './stored-entries'
import { readLeaf } from './stored-leaf'
import type { StoredTree } from './stored-tree'

const AT_ONCE = 50

/**
 * The entries with these sequences, ascending, each with its inclusion proof where the checkpoint covers it.
 * Those that do not exist, or are no entries any more, are left out.
 */
export async function provenEntries(
  db: Kysely<Schema>,
  tree: StoredTree,
  sequences: readonly number[],
  checkpoint: Checkpoint | null,
): Promise<ProvenEntry[]> {
  const rows = await entriesAt(db, sequences)
  const personal = await personalOf(
    db,
    rows.map((row) => row.sequence),
  )
  const source = tree.through(db)
  const proven: ProvenEntry[] = []
  for (const [nth, row] of rows.entries()) {
    if (nth % AT_ONCE === 0) await breath()
    const entry = shown(row)
    if (entry === null) continue
    const covering = checkpoint !== null && row.sequence < checkpoint.size ? checkpoint : null
    const proof =
      covering === null ? null : await inclusionProof(source, row.sequence, covering.size)
    proven.push({
      ...entry,
      personal: Object.fromEntries(personal.get(row.sequence) ?? []),
      proof: proof?.map((hash) => hash.toString('hex')) ?? null,
      checkpoint: covering,
    })
  }
  return proven
}

function shown(
  row: LedgerEntryRow,
): Pick<ProvenEntry, 'sequence' | 'timeUtc' | 'phase' | 'action' | 'leaf' | 'leafHash'> | null {
  const { sequence, phase, leaf } = row
  const read = readLeaf(leaf)
  if (read === null) return null
  const { time: timeUtc, action } = read
  return { sequence, timeUtc, phase, action, leaf, leafHash: leafHash(leaf).toString('hex') }
}
