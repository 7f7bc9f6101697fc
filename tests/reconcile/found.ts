import { guessMapping } from '@/lib/reconcile/file/guess-mapping'
import { readTable } from '@/lib/reconcile/file/read-table'
import type { FocusDirectory, Mismatch, ReconcileRules } from '@/lib/reconcile/model'
import { readHrRows } from '@/lib/reconcile/read/read-hr-rows'
import { reconcile } from '@/lib/reconcile/reconcile'
import type { PlantedMismatch } from '@/sandbox/hr/planted'

/** What an HR file and a directory differ in by the engine: from the bytes of the file, with the columns it guesses. */
export async function findIn(bytes: Uint8Array, directory: FocusDirectory, rules: ReconcileRules) {
  const table = await readTable(bytes, 'hr.csv')
  const mapping = guessMapping(table.heading, table.lines)
  const read = readHrRows(table.lines, mapping, rules)
  const unreadable = [...table.problems, ...read.unreadable].sort((a, b) => a.line - b.line)
  return { ...reconcile(read.rows, directory, rules, { unreadable }), mapping }
}

/** A mismatch by what it is about, as a text to compare sets by. */
export function identity(of: Omit<PlantedMismatch, 'kind'> & { kind: string }): string {
  const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b).join(',')
  return [
    of.kind,
    `lines ${ascending(of.hrLines)}`,
    `people ${ascending(of.personIds)}`,
    `endpoints ${ascending(of.endpointIds)}`,
    `users ${ascending(of.userIds)}`,
  ].join(' | ')
}

/** What was planted and not found, and what was found and not planted. */
export function difference(planted: readonly PlantedMismatch[], found: readonly Mismatch[]) {
  const wanted = new Set(planted.map(identity))
  const got = new Set(found.map(identity))
  return {
    missed: [...wanted].filter((one) => !got.has(one)),
    invented: [...got].filter((one) => !wanted.has(one)),
  }
}
