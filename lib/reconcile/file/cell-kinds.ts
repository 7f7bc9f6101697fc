import type { HrLine } from '../model'
import { readDate } from '../read/dates'
import { readStatus } from '../read/status'

/** What most cells of a column look like. */
export type ColumnLook = 'email' | 'phone' | 'short-number' | 'date' | 'status' | 'name' | 'other'

const LINES_LOOKED_AT = 200
/** A column is what this share of its filled cells are. */
const SHARE = 0.7

/** The look of one column, told from its first filled cells; null where none is filled. */
export function columnLook(lines: readonly HrLine[], column: number): ColumnLook | null {
  const filled: string[] = []
  for (const { cells } of lines) {
    const cell = cells[column]?.trim() ?? ''
    if (cell !== '') filled.push(cell)
    if (filled.length === LINES_LOOKED_AT) break
  }
  if (filled.length === 0) return null
  for (const [look, test] of LOOKS)
    if (filled.filter(test).length >= filled.length * SHARE) return look
  return 'other'
}

const LOOKS: readonly [ColumnLook, (cell: string) => boolean][] = [
  ['email', (cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+/.test(cell)],
  ['date', (cell) => /\D/.test(cell) && readDate(cell, 'day-first') !== null],
  ['status', (cell) => /\p{L}/u.test(cell) && readStatus(cell) !== 'unknown'],
  ['phone', isPhone],
  ['short-number', (cell) => /^(x|ext\.?\s*)?\d{3,6}$/i.test(cell)],
  ['name', (cell) => /^\p{L}[\p{L}'’.-]+(,)?( \p{L}[\p{L}'’.-]*){1,4}$/u.test(cell)],
]

function isPhone(cell: string): boolean {
  if (/^\d(\.\d+)?e\+?1[0-4]$/i.test(cell)) return true
  if (!/^[+\d\s().,;/-]+$/.test(cell)) return false
  return cell.replace(/\D/g, '').length >= 8
}
