import type { Checkpoint, ProvenEntry } from '@/lib/contract/ledger'
import type { Ledger } from '@/lib/ledger/access-ledger'

/** More entries than this are not packed; the newest go first. */
export const MOST_ENTRIES = 20_000
const IDS_AT_ONCE = 200

/** Entries of the ledger as one file of the verifier's form, and the checkpoint they are proved in. */
export type LedgerSelection = {
  lines: string[]
  checkpoint: Checkpoint
  entries: number
  /** Entries that are about these recordings but were one too many. */
  leftOut: number
}

/** Sequences of everything the ledger says of the recordings, ascending. */
export async function sequencesAbout(ledger: Ledger, ids: readonly number[]): Promise<Set<number>> {
  const found = new Set<number>()
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const recordingIds = ids.slice(at, at + IDS_AT_ONCE)
    let after: number | null = -1
    while (after !== null) {
      const page = await ledger.accesses({ recordingIds, ...(after >= 0 && { after }) })
      for (const access of page.accesses) for (const sequence of access.entries) found.add(sequence)
      after = page.next
    }
  }
  return found
}

/**
 * A selection of the ledger in the form that `verifier/README.md` describes, `complete: false`: each entry with its
 * inclusion proof in one checkpoint, and where an older checkpoint is given, the proof that the ledger only grew.
 */
export async function selectLedger(
  sequences: ReadonlySet<number>,
  ledger: Ledger,
  older: Checkpoint | null,
  nowMs: number,
): Promise<LedgerSelection | null> {
  const all = [...sequences].sort((a, b) => a - b)
  const kept = all.slice(-MOST_ENTRIES)
  const proven = await ledger.prove(kept)
  const checkpoint = newest(proven)
  if (checkpoint === null) return null
  const { verifierKey } = await ledger.state()
  const header = {
    type: 'ledger',
    version: 1,
    origin: checkpoint.note.split('\n', 1)[0] ?? '',
    key: verifierKey,
    size: checkpoint.size,
    complete: false,
    exportedUtc: new Date(nowMs).toISOString(),
  }
  const entries = proven.filter((entry) => entry.proof !== null)
  const lines = [
    JSON.stringify(header),
    ...entries.map(({ leaf, personal, proof }) =>
      JSON.stringify({ type: 'entry', leaf, personal, proof }),
    ),
  ]
  const grown = older !== null && older.size > 0 && older.size < checkpoint.size
  if (grown) lines.push(JSON.stringify({ type: 'checkpoint', note: older.note }))
  lines.push(JSON.stringify({ type: 'checkpoint', note: checkpoint.note }))
  if (grown) {
    const proof = await ledger.consistency(older.size, checkpoint.size)
    lines.push(
      JSON.stringify({ type: 'consistency', from: older.size, to: checkpoint.size, proof }),
    )
  }
  return { lines, checkpoint, entries: entries.length, leftOut: all.length - entries.length }
}

function newest(proven: readonly ProvenEntry[]): Checkpoint | null {
  let last: Checkpoint | null = null
  for (const { checkpoint } of proven)
    if (checkpoint !== null && (last === null || checkpoint.size > last.size)) last = checkpoint
  return last
}
