import { stringify } from 'csv-stringify/browser/esm/sync'
import type { ExpiryCount, RetentionGroup, RetentionMember } from '@/lib/contract/retention'
import { CSV_LINES, spreadsheetSafe } from '@/lib/format/spreadsheet-safe'
import { groupName } from './period-words'

export type ExportFormat = 'csv' | 'csv-raw' | 'jsonl'
type Cell = string | number | boolean | null
/** One row of a file; every row of a file has the same columns. */
export type ExportRow = Record<string, Cell>

/** What a file says about itself. */
export type ExportStatement = {
  what: string
  filter: string
  zone: string
  rows: number
  exportedUtc: string
  by: string
  /** The ledger's entry of this export. */
  ledgerEntry: number
}

/** One row for each period of each group, most specific first; null days are for ever. */
export function periodRows(groups: readonly RetentionGroup[]): ExportRow[] {
  return groups.flatMap((group) =>
    group.periods.map(({ mediaType, days }) => ({
      retention_group_id: group.id,
      retention_group: group.name,
      default_group: group.isDefault,
      kind: mediaType,
      days,
      for_ever: days === null,
    })),
  )
}

export function memberRows(
  members: readonly RetentionMember[],
  groups: readonly RetentionGroup[],
): ExportRow[] {
  return members.map((member) => ({
    person_id: member.personId,
    name: member.name,
    department: member.department,
    active: member.active,
    retention_group_id: member.retentionGroupId,
    retention_group: groupName(groups, member.retentionGroupId),
  }))
}

/** The counts behind the calendar, in the order of their days. */
export function countRows(
  counts: Iterable<ExpiryCount>,
  groups: readonly RetentionGroup[],
): ExportRow[] {
  return [...counts]
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.world < b.world ? -1 : 1))
    .map(({ day, world, retentionGroupId, kind, held, recordings, durationMs }) => ({
      day_utc: day,
      world,
      retention_group_id: retentionGroupId,
      retention_group: groupName(groups, retentionGroupId),
      kind,
      on_hold: held,
      recordings,
      duration_s: Math.round(durationMs / 1000),
    }))
}

/** The whole file. CSV ends its lines as RFC 4180 has it; `csv` begins with the mark by which a spreadsheet knows UTF-8. */
export function exportText(
  format: ExportFormat,
  statement: ExportStatement,
  rows: readonly ExportRow[],
): string {
  if (format === 'jsonl')
    return [{ export: statement }, ...rows].map((row) => `${JSON.stringify(row)}\n`).join('')
  const safe = (cell: Cell) =>
    format === 'csv' && typeof cell === 'string' ? spreadsheetSafe(cell) : cell
  const lines: Cell[][] = [
    ['What', statement.what],
    ['Filter', statement.filter],
    ['Days', statement.zone],
    ['Rows', statement.rows],
    ['Exported', statement.exportedUtc],
    ['By', statement.by],
    ['Ledger entry', statement.ledgerEntry],
    [],
    Object.keys(rows[0] ?? {}),
    ...rows.map((row) => Object.values(row)),
  ]
  const mark = format === 'csv' ? '\uFEFF' : ''
  return (
    mark +
    stringify(
      lines.map((line) => line.map(safe)),
      {
        ...CSV_LINES,
        cast: { boolean: (value) => (value ? 'yes' : 'no') },
      },
    )
  )
}
