import { stringify } from 'csv-stringify/browser/esm/sync'
import type { AccessEvent } from '@/lib/contract/access-event'
import { formatInstant, type Zone } from '@/lib/format/instant'
import { CSV_LINES, spreadsheetSafe } from '@/lib/format/spreadsheet-safe'
import { callText } from './audit-columns'
import { accessorName, actionWords, endedWords, seenWords } from './event-words'
import { heardInAll, heardWords, NOT_TIMED } from './heard-bar'

/** `csv` is safe to open in a spreadsheet, `csv-raw` keeps every value as it is, `jsonl` keeps every field. */
export type RowsFormat = 'csv' | 'csv-raw' | 'jsonl'

const COLUMNS = [
  'time',
  'time_utc',
  'who',
  'who_kind',
  'email',
  'through_service_user',
  'unexplained',
  'action',
  'what',
  'decision',
  'rule',
  'recording',
  'call_start_utc',
  'whose_call',
  'endpoints',
  'heard',
  'heard_s',
  'ended',
  'seen_in',
  'purpose',
  'case_number',
  'address',
  'agent',
  'page',
  'problem',
  'entries',
  'focus_rows',
] as const

type Cell = string | number | boolean | null

function cells(event: AccessEvent, zone: Zone): Cell[] {
  const { who, call } = event
  const heardMs = heardInAll(event)
  return [
    formatInstant(event.timeUtc, zone),
    event.timeUtc,
    accessorName(event),
    who.kind,
    who.kind === 'person' ? who.email : null,
    event.throughServiceUser,
    event.unexplained,
    event.action,
    actionWords(event),
    event.decision,
    event.rule,
    event.recordingId,
    call?.startUtc ?? null,
    callText(event),
    call?.parties.map((party) => party.value ?? '').join('; ') ?? null,
    heardMs === 'unknown' ? NOT_TIMED : heardWords(event.heard),
    typeof heardMs === 'number' ? heardMs / 1000 : null,
    endedWords(event),
    seenWords(event.seenIn),
    event.purpose,
    event.caseNumber,
    event.address,
    event.agent,
    event.page,
    event.problem,
    event.entries.join(' '),
    event.focus.map((row) => `${row.id} ${row.username ?? ''} ${row.action ?? ''}`).join('; '),
  ]
}

const CAST = { boolean: (value: boolean) => (value ? 'yes' : 'no') }

/** Rows of a file, without its head. Each ends with a line break. */
export function exportedRows(
  events: readonly AccessEvent[],
  format: RowsFormat,
  zone: Zone,
): string {
  if (format === 'jsonl') return events.map((event) => `${JSON.stringify(event)}\n`).join('')
  const safe = (cell: Cell) =>
    format === 'csv' && typeof cell === 'string' ? spreadsheetSafe(cell) : cell
  return stringify(
    events.map((event) => cells(event, zone).map(safe)),
    { ...CSV_LINES, cast: CAST },
  )
}

/** The head of a file: what it says of itself, then the names of its columns. */
export function exportedHead(
  statement: readonly (readonly [string, string])[],
  format: RowsFormat,
): string {
  if (format === 'jsonl') return `${JSON.stringify({ audit: Object.fromEntries(statement) })}\n`
  const value = (text: string) => (format === 'csv' ? spreadsheetSafe(text) : text)
  return stringify(
    [
      ['Who accessed what'],
      ...statement.map(([name, text]) => [name, value(text)]),
      [],
      [...COLUMNS],
    ],
    { ...CSV_LINES },
  )
}

const ROWS_AT_ONCE = 2000

/**
 * A whole file in parts, made in bundles so that the page stays alive. Calls `onProgress` with the rows done; rejects with the
 * signal's reason when it is aborted.
 */
export async function rowsFile(
  events: readonly AccessEvent[],
  statement: readonly (readonly [string, string])[],
  format: RowsFormat,
  zone: Zone,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<string[]> {
  // A spreadsheet takes CSV for UTF-8 only with this mark.
  const parts = [format === 'csv' ? '\uFEFF' : '', exportedHead(statement, format)]
  for (let at = 0; at < events.length; at += ROWS_AT_ONCE) {
    signal.throwIfAborted()
    parts.push(exportedRows(events.slice(at, at + ROWS_AT_ONCE), format, zone))
    onProgress(Math.min(events.length, at + ROWS_AT_ONCE))
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return parts
}
