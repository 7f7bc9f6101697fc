import { stringify } from 'csv-stringify/browser/esm/sync'
import type { Zone } from '@/lib/format/instant'
import { formatPhone } from '@/lib/format/phone'
import { CSV_LINES, spreadsheetSafe } from '@/lib/format/spreadsheet-safe'

/** `csv` is safe to open in a spreadsheet, `csv-raw` keeps every value as it is, `jsonl` keeps every field. */
export type ExportFormat = 'csv' | 'csv-raw' | 'jsonl'

export type Cell = string | number | boolean | null

/** How rows of one kind stand in a file. */
export type Sheet<T> = {
  /** `Recordings`. */
  title: string
  /** Names of the columns; `cells` has as many. */
  columns: readonly string[]
  /** The columns whose times are in the reader's zone; every other time is UTC. */
  zoned: readonly string[]
  /** The columns that hold numbers and addresses, with `; ` between several. */
  phones: readonly string[]
  cells: (row: T, zone: Zone) => Cell[]
}

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

/** Digits that no country could be read from: as a number they lose their first zero, or all beyond the eleventh. */
const DIGITS_LOST = /^(0\d+|\d{12,})$/

/** The rows of a file, without its head. Each ends with a line break. */
export function sheetRows<T>(
  sheet: Sheet<T>,
  rows: readonly T[],
  format: ExportFormat,
  zone: Zone,
): string {
  if (format === 'jsonl') return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  const phones = new Set(sheet.phones)
  const safe = (cell: Cell, column: number) => {
    if (format !== 'csv' || typeof cell !== 'string') return cell
    // Bare digits are a number to a spreadsheet, which shows and saves the long ones as 4.47898E+11.
    if (!phones.has(sheet.columns[column] ?? '')) return spreadsheetSafe(cell)
    const text = cell.split('; ').map(formatPhone).join('; ')
    return DIGITS_LOST.test(text) ? `'${text}` : spreadsheetSafe(text)
  }
  return stringify(
    rows.map((row) => sheet.cells(row, zone).map(safe)),
    { ...CSV_LINES, cast: { boolean: (value) => (value ? 'yes' : 'no') } },
  )
}

/** The head of a file: what it holds, in which zone, by which filter. */
export function sheetHead<T>(
  sheet: Sheet<T>,
  format: ExportFormat,
  statement: ExportStatement,
): string {
  if (format === 'jsonl') return `${JSON.stringify({ export: statement })}\n`
  const { exportedUtc, zoneWords, filter, extent, recorded } = statement
  const zoned = sheet.zoned.map((column) => `"${column}"`).join(', ')
  const lines = [
    [sheet.title, extent],
    ['Filter', format === 'csv' ? spreadsheetSafe(filter) : filter],
    ...(zoned === '' ? [] : [[`Times in column ${zoned}`, zoneWords]]),
    ['Exported', exportedUtc],
    ['Recorded', format === 'csv' ? spreadsheetSafe(recorded) : recorded],
    [],
    [...sheet.columns],
  ]
  return stringify(lines, CSV_LINES)
}
