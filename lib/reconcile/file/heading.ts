import type { HrLine, UnreadableLine } from '../model'

const LINES_LOOKED_AT = 50

/**
 * The heading among the lines of a file: the first that is about as full as its lines are. What stands above it (a title, a
 * date) is a problem of its own. A file that begins with data has `Column 1`, `Column 2`… for its heading.
 */
export function findHeading(lines: readonly HrLine[]): {
  heading: string[]
  above: UnreadableLine[]
  body: readonly HrLine[]
} {
  const fullness = lines.slice(0, LINES_LOOKED_AT).map(filledCells)
  const usual = median(fullness)
  const at = Math.max(
    0,
    fullness.findIndex((filled) => filled >= Math.max(1, Math.ceil(usual * 0.6))),
  )
  const above = lines.slice(0, at).map(({ line, cells }) => ({
    line,
    cells,
    reason: 'This line stands above the heading.',
  }))
  const first = lines[at]
  // A column without a name counts where most lines fill it.
  const body = lines.slice(at, at + LINES_LOOKED_AT).map(({ cells }) => widthOf(cells))
  const width = Math.max(1, widthOf(first?.cells ?? []), median(body))
  if (first === undefined || first.cells.some(looksLikeData))
    return { heading: numbered(width), above, body: lines.slice(at) }
  const heading = numbered(width).map((name, column) => first.cells[column]?.trim() || name)
  return { heading, above, body: lines.slice(at + 1) }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 1
}

function filledCells({ cells }: HrLine): number {
  return cells.filter((cell) => cell.trim() !== '').length
}

function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1
}

function numbered(width: number): string[] {
  return Array.from({ length: width }, (_, column) => `Column ${column + 1}`)
}

/** No heading holds an address, a date or a number of six digits. */
function looksLikeData(cell: string): boolean {
  return /\S@\S+\.\S/.test(cell) || /\d[\d\s().-]{4,}\d/.test(cell) || /^\d+$/.test(cell.trim())
}
