import type { RunComparison } from './compare-runs'
import { type KeptFault, sha256 } from './key-hashes'
import {
  type ColumnMapping,
  MISMATCH_KINDS,
  type ReconcileCounts,
  type ReconcileRules,
} from './model'

export type SummaryOf = {
  /** When, ISO 8601, UTC. */
  timeUtc: string
  /** Who ran it, and where: a name or an address. */
  by: string
  /** Focus's side: its address and account. */
  tenant: string
  /** The input file: its name, its size and the SHA-256 of its bytes, in hex. */
  file: { name: string; bytes: number; sha256: string }
  rules: ReconcileRules
  /** Which columns hold which field, and the file's headings. */
  mapping: ColumnMapping
  heading: readonly string[]
  /** Whether Focus's side was read whole, and how many of its rows could not be read. */
  focus: { whole: boolean; unreadable: number }
  counts: ReconcileCounts
  faults: readonly KeptFault[]
  /** How many of them are set aside. */
  aside: number
  /** Null where nothing of an earlier run is known. */
  comparison: RunComparison | null
}

/**
 * What was compared, when, with which rules, and what came of it, as a text that is the same for the same run and ready to be signed:
 * UTF-8, `\n`, a line each, no line empty, a line break at the end. It names nobody: the faults are counted, and stand in it as the SHA-256 of the sorted
 * list of the SHA-256 of their keys, a line each.
 */
export async function runSummary(of: SummaryOf): Promise<string> {
  const { rules, counts, faults, comparison, file } = of
  const sorted = faults.map(({ hash }) => hash).sort()
  const byKind = MISMATCH_KINDS.map(
    (kind) => [kind, faults.filter((fault) => fault.kind === kind).length] as const,
  )
  const lines = [
    'focus-console/reconciliation',
    `time ${of.timeUtc}`,
    `by ${of.by}`,
    `focus ${of.tenant}`,
    `file ${file.name}`,
    `file-bytes ${file.bytes}`,
    `file-sha256 ${file.sha256}`,
    `rule today ${rules.today}`,
    `rule default-country ${rules.defaultCountry}`,
    `rule silent-days ${rules.silentDays}`,
    ...rules.privilegedRights.map((right) => `rule privileged ${right}`),
    ...rules.retention.map(
      ({ department, group, retentionGroup }) =>
        `rule retention ${department ?? '*'} / ${group ?? '*'} -> ${retentionGroup}`,
    ),
    ...Object.entries(of.mapping).map(
      ([field, columns]) =>
        `rule column ${field} <- ${columns.map((column) => of.heading[column] ?? '').join(' + ')}`,
    ),
    `read hr-rows ${counts.hrRows}`,
    `read unreadable-lines ${counts.unreadable}`,
    `read people ${counts.people}`,
    `read endpoints ${counts.endpoints}`,
    `read users ${counts.users}`,
    `read focus-unreadable ${of.focus.unreadable}`,
    ...(of.focus.whole ? [] : ['read focus-incomplete']),
    `matched ${counts.matched}`,
    ...byKind.flatMap(([kind, count]) => (count === 0 ? [] : `found ${kind} ${count}`)),
    `found ${faults.length}`,
    ...(of.aside === 0 ? [] : [`set-aside ${of.aside}`]),
    `found-sha256 ${await sha256(sorted.map((hash) => `${hash}\n`).join(''))}`,
    ...(comparison?.previousUtc == null
      ? []
      : [
          `since ${comparison.previousUtc}`,
          `since new ${comparison.new.length}`,
          `since still-there ${comparison.stillThere.length}`,
          `since returned ${comparison.returned.length}`,
          `since gone ${comparison.gone.length}`,
        ]),
  ]
  return lines.map((line) => `${oneLine(line)}\n`).join('')
}

/** A file's or a department's name must not make a line of its own. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}
