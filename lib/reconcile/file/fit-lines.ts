import type { HrLine, UnreadableLine } from '../model'

/** Above this share of short lines the file's writer leaves out empty cells at the end, and short is no sign of a fault. */
const SHORT_BY_HABIT = 0.1

/**
 * The lines that have as many cells as the heading, and those that have not. Empty cells too many are cut. Cells too few are
 * filled up in a workbook (`pad`), and in a text only where many of its lines are short: a single short line of a text
 * (`demand`) has most likely lost a separator, and its cells would be read under the wrong headings.
 */
export function fitLines(
  lines: readonly HrLine[],
  width: number,
  short: 'pad' | 'demand',
): { lines: HrLine[]; problems: UnreadableLine[] } {
  const shortLines = lines.filter(({ cells }) => cells.length < width).length
  const padShort = short === 'pad' || shortLines > lines.length * SHORT_BY_HABIT
  const fitting: HrLine[] = []
  const problems: UnreadableLine[] = []
  for (const { line, cells } of lines) {
    const surplus = cells.slice(width).some((cell) => cell.trim() !== '')
    if (surplus || (cells.length < width && !padShort)) {
      const has = cells.length === 1 ? '1 cell' : `${cells.length} cells`
      problems.push({ line, cells, reason: `This line has ${has}; the heading has ${width}.` })
    } else if (cells.length === width) fitting.push({ line, cells })
    else
      fitting.push({
        line,
        cells: Array.from({ length: width }, (_, column) => cells[column] ?? ''),
      })
  }
  return { lines: fitting, problems }
}
