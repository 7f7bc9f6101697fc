import { stringify } from 'csv-stringify/browser/esm/sync'
import { partyText } from '@/components/parties/parties'
import type { Recording } from '@/lib/contract/recording'
import { formatInstant, type Zone } from '@/lib/format/instant'
import { CSV_LINES, spreadsheetSafe } from '@/lib/format/spreadsheet-safe'

/** `csv` is safe to open in a spreadsheet, `csv-raw` keeps every value as it is, `jsonl` keeps every field. */
export type ExportFormat = 'csv' | 'csv-raw' | 'jsonl'

/** What a file says about itself. */
export type ExportStatement = {
  exportedUtc: string
  zone: Zone
  /** The zone in words. */
  zoneWords: string
  /** The search box and the time range, as text. */
  filter: string
  /** `1,248 recordings`, or where it stopped. */
  extent: string
  /** Where the access ledger has this export, and by whom. */
  recorded: string
}

const COLUMNS = [
  'id',
  'third_party_id',
  'start',
  'start_utc',
  'kind',
  'direction',
  'parties',
  'endpoints',
  'duration_s',
  'tags',
  'has_transcript',
  'comments',
  'retention_group',
  'expiry_utc',
  'legal_hold',
] as const

function cells(recording: Recording, zone: Zone): (string | number | boolean | null)[] {
  const { startUtc, durationMs } = recording
  return [
    recording.id,
    recording.thirdPartyId,
    startUtc === null ? null : formatInstant(startUtc, zone, 'full'),
    startUtc,
    recording.kind,
    recording.direction,
    partyText(recording),
    recording.parties.map((party) => party.value ?? '').join('; '),
    durationMs === null ? null : durationMs / 1000,
    recording.tags.join('; '),
    recording.hasTranscript,
    recording.commentCount,
    recording.retentionGroupId,
    recording.expiryUtc,
    recording.legalHold,
  ]
}

/** The rows of a file, without its head. Each ends with a line break. */
export function exportRows(rows: readonly Recording[], format: ExportFormat, zone: Zone): string {
  if (format === 'jsonl') return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  const safe = (cell: string | number | boolean | null) =>
    format === 'csv' && typeof cell === 'string' ? spreadsheetSafe(cell) : cell
  return stringify(
    rows.map((row) => cells(row, zone).map(safe)),
    { ...CSV_LINES, cast: { boolean: (value) => (value ? 'yes' : 'no') } },
  )
}

/** The head of a file: what it holds, in which zone, by which filter. */
export function exportHead(format: ExportFormat, statement: ExportStatement): string {
  if (format === 'jsonl') return `${JSON.stringify({ export: statement })}\n`
  const { exportedUtc, zoneWords, filter, extent, recorded } = statement
  const lines = [
    ['Recordings', extent],
    ['Filter', format === 'csv' ? spreadsheetSafe(filter) : filter],
    ['Times in column "start"', zoneWords],
    ['Exported', exportedUtc],
    ['Recorded', format === 'csv' ? spreadsheetSafe(recorded) : recorded],
    [],
    [...COLUMNS],
  ]
  return stringify(lines, CSV_LINES)
}
