import type { RunComparison } from '@/lib/reconcile/compare-runs'
import {
  MISMATCH_KINDS,
  type Mismatch,
  type ReconcileResult,
  type RetentionRule,
} from '@/lib/reconcile/model'
import type { ReadDirectory } from './reconcile-directory'

/** So many lines that could not be read are printed; the files have all of them. */
const MOST_LINES = 50

/** What a run found, in lines for a terminal or the mail of a nightly job. No name is in it. */
export function reportLines(of: {
  result: ReconcileResult
  /** Of the mismatches, those that are not set aside. */
  open: readonly Mismatch[]
  comparison: RunComparison
  read: ReadDirectory
  rulesWithoutGroup: readonly RetentionRule[]
}): string[] {
  const { result, open, comparison, read, rulesWithoutGroup } = of
  const { counts, unreadable } = result
  const aside = result.mismatches.length - open.length
  const lines = [
    `HR: ${counted(counts.hrRows, 'row')}${counts.unreadable === 0 ? '' : `, and ${counted(counts.unreadable, 'line')} that could not be read`}`,
    `Focus: ${counted(counts.people, 'person', 'people')}, ${counted(counts.endpoints, 'endpoint')}, ${counted(counts.users, 'user')}`,
    ...(read.unreadable === 0
      ? []
      : [`${counted(read.unreadable, 'row')} of Focus could not be read`]),
    `Joined: ${counted(counts.matched, 'row')} with a person each`,
    '',
    ...kindLines(open, comparison),
    open.length === 0 ? 'No mismatch.' : `${counted(open.length, 'mismatch', 'mismatches')}.`,
    ...(aside === 0 ? [] : [`${counted(aside, 'more is', 'more are')} set aside.`]),
    sinceLine(comparison),
    ...rulesWithoutGroup.map(
      ({ retentionGroup }) =>
        `Focus has no retention group ${retentionGroup}: its rule says nothing.`,
    ),
  ]
  if (unreadable.length > 0) lines.push('', 'Lines that could not be read:')
  for (const { line, reason } of unreadable.slice(0, MOST_LINES)) lines.push(`  ${line}: ${reason}`)
  if (unreadable.length > MOST_LINES)
    lines.push(`  and ${unreadable.length - MOST_LINES} more, which the fix list has`)
  return lines
}

function kindLines(open: readonly Mismatch[], comparison: RunComparison): string[] {
  const count = (list: readonly { kind: string }[], kind: string) =>
    list.filter((one) => one.kind === kind).length
  return MISMATCH_KINDS.flatMap((kind) => {
    const now = count(open, kind)
    const gone = count(comparison.gone, kind)
    if (now + gone === 0) return []
    const since = [
      [count(comparison.new, kind), 'new'],
      [count(comparison.returned, kind), 'returned'],
      [gone, 'gone'],
    ] as const
    const words = since.flatMap(([n, word]) => (n === 0 ? [] : `${n} ${word}`)).join(', ')
    const shown = comparison.previousUtc === null || words === '' ? '' : `  (${words})`
    return [`  ${kind.padEnd(28)}${String(now).padStart(7)}${shown}`]
  })
}

function sinceLine({ previousUtc, ...parts }: RunComparison): string {
  if (previousUtc === null) return 'The first run with this output.'
  const { length: fresh } = parts.new
  return `Since ${previousUtc}: ${fresh} new, ${parts.stillThere.length} still there, ${parts.returned.length} returned, ${parts.gone.length} gone.`
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
