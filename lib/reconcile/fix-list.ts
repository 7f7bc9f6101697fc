import { stringify } from 'csv-stringify/browser/esm/sync'
import { spreadsheetSafe } from '@/lib/format/spreadsheet-safe'
import type { Mismatch } from './model'

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

/**
 * What is to be mended, for people: a row a mismatch, with the suggested action. UTF-8 with a byte-order mark, CRLF (RFC
 * 4180). In the `safe` form no cell runs in a spreadsheet; `raw` keeps every value as it is.
 */
export function fixListCsv(mismatches: readonly Mismatch[], form: 'safe' | 'raw'): string {
  const write = form === 'safe' ? spreadsheetSafe : (text: string) => text
  const rows = mismatches.map((mismatch) => cells(mismatch).map(write))
  return stringify([[...HEADS], ...rows], { bom: true, record_delimiter: 'windows' })
}

/** The same for machines: one JSON object a line, with the evidence in its parts and no reformatting. */
export function fixListJsonLines(mismatches: readonly Mismatch[]): string {
  return mismatches.map((mismatch) => `${JSON.stringify(mismatch)}\n`).join('')
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
    matchedBy.map(({ why }) => why).join(' '),
    mismatch.hrLines.join(' '),
    mismatch.personIds.join(' '),
    mismatch.endpointIds.join(' '),
    mismatch.userIds.join(' '),
  ]
}
