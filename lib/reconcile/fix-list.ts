import { stringify } from 'csv-stringify/browser/esm/sync'
import { CSV_LINES, spreadsheetSafe } from '@/lib/format/spreadsheet-safe'
import { matchWords } from './match-words'
import type { Mismatch, UnreadableLine } from './model'

const HEADS = [
  'kind',
  'about',
  'what_is_wrong',
  'what_to_do',
  'in_hr',
  'in_focus',
  'matched_by',
  'hr_lines',
  'person_ids',
  'endpoint_ids',
  'user_ids',
] as const

/** Stands in place of the kind of a mismatch. */
const UNREADABLE = 'unreadable-line'

/**
 * What is to be mended, for people: a row a mismatch, with the suggested action. UTF-8 with a byte-order mark, CRLF (RFC
 * 4180). In the `safe` form no cell runs in a spreadsheet; `raw` keeps every value as it is. Lines that could not be read are to be mended too,
 * and stand at the end.
 */
export function fixListCsv(
  mismatches: readonly Mismatch[],
  form: 'safe' | 'raw',
  unreadable: readonly UnreadableLine[] = [],
): string {
  const write = form === 'safe' ? spreadsheetSafe : (text: string) => text
  const rows = [...mismatches.map(cells), ...unreadable.map(unreadableCells)].map((row) =>
    row.map(write),
  )
  return stringify([[...HEADS], ...rows], {
    bom: true,
    ...CSV_LINES,
  })
}

/** The same for machines: one JSON object a line, with the evidence in its parts and no reformatting. */
export function fixListJsonLines(
  mismatches: readonly Mismatch[],
  unreadable: readonly UnreadableLine[] = [],
): string {
  const lines = unreadable.map((line) => ({ kind: UNREADABLE, ...line }))
  return [...mismatches, ...lines].map((one) => `${JSON.stringify(one)}\n`).join('')
}

function unreadableCells({ line, reason, cells: found }: UnreadableLine): string[] {
  const todo = 'In HR: correct the line. Whoever stands in it is not reported as missing from HR.'
  return [
    UNREADABLE,
    `Line ${line}`,
    reason,
    todo,
    found.join(' | '),
    '',
    '',
    `${line}`,
    '',
    '',
    '',
  ]
}

function cells(mismatch: Mismatch): string[] {
  const { kind, title, sentence, suggestedAction, evidence, matchedBy } = mismatch
  const side = (of: 'hr' | 'focus') =>
    evidence.flatMap((line) => (line[of] === null ? [] : `${line.label}: ${line[of]}`)).join('; ')
  return [
    kind,
    title,
    sentence,
    suggestedAction,
    side('hr'),
    side('focus'),
    matchWords(matchedBy),
    mismatch.hrLines.join(' '),
    mismatch.personIds.join(' '),
    mismatch.endpointIds.join(' '),
    mismatch.userIds.join(' '),
  ]
}
