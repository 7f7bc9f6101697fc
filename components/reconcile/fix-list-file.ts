import { fixListCsv, fixListJsonLines } from '@/lib/reconcile/fix-list'
import type { Mismatch, UnreadableLine } from '@/lib/reconcile/model'
import { turnTaker } from './turns'
import type { FixFormat } from './worker-messages'

/** So many are written at a time: all at once may be a longer text than there can be. */
const BLOCK = 1_000
const MEDIA_TYPES = { jsonl: 'application/x-ndjson', csv: 'text/csv' } as const

/**
 * The fix list as a file, the lines that could not be read at its end, letting others in now and then. The page gets no more than
 * a handle of it.
 */
export async function fixListFile(
  mismatches: readonly Mismatch[],
  unreadable: readonly UnreadableLine[],
  format: FixFormat,
): Promise<Blob> {
  const type = format === 'jsonl' ? MEDIA_TYPES.jsonl : MEDIA_TYPES.csv
  const turn = turnTaker()
  // Blobs of their own: what is written leaves this thread's memory.
  const parts = [new Blob([textOf([], [], format)])]
  const write = (text: string) => {
    // Each block by itself comes with the heading, a line without a break in it.
    const rows = format === 'jsonl' ? text : text.slice(text.indexOf('\r\n') + 2)
    parts.push(new Blob([rows]))
  }
  for (const block of blocksOf(mismatches)) {
    await turn()
    write(textOf(block, [], format))
  }
  for (const block of blocksOf(unreadable)) {
    await turn()
    write(textOf([], block, format))
  }
  return new Blob(parts, { type })
}

function* blocksOf<T>(all: readonly T[]): Iterable<readonly T[]> {
  for (let from = 0; from < all.length; from += BLOCK) yield all.slice(from, from + BLOCK)
}

function textOf(
  mismatches: readonly Mismatch[],
  unreadable: readonly UnreadableLine[],
  format: FixFormat,
): string {
  return format === 'jsonl'
    ? fixListJsonLines(mismatches, unreadable)
    : fixListCsv(mismatches, format === 'csv-safe' ? 'safe' : 'raw', unreadable)
}
