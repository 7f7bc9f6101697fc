import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import type { HrLine } from '../model'

export type WorkbookLines = { lines: HrLine[]; sheet: string | null }

/**
 * The lines of the first visible sheet of an XLSX file that has any, with their row numbers. A date is written as ISO date,
 * a number in full. Rejects with a sentence for the reader when the bytes are no workbook, or one with a password.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookLines> {
  const names: { at: number; name: string }[] = []
  // Asked for no sheet at all, the reader looks at the list of sheets alone.
  await readXlsx(bytes, {
    sheets: (sheet, at) => {
      if (!sheet.hidden && !sheet.veryHidden) names.push({ at, name: sheet.name })
      return false
    },
  })
  for (const { at, name } of names) {
    const lines: HrLine[] = []
    for await (const row of streamXlsxRows(bytes, { sheet: at })) {
      const cells = row.values.map(cellText)
      if (cells.some((cell) => cell.trim() !== '')) lines.push({ line: row.index + 1, cells })
    }
    if (lines.length > 0) return { lines, sheet: name }
  }
  return { lines: [], sheet: names[0]?.name ?? null }
}

function cellText(value: string | number | boolean | Date | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : isoDate(value)
  return String(value)
}

/** A spreadsheet's date has no zone; the reader gives it as UTC. */
function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10)
}
