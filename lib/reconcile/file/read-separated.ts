import Papa from 'papaparse'
import type { HrLine, UnreadableLine } from '../model'
import type { Separator } from './detect-separator'

export type SeparatedLines = { lines: HrLine[]; problems: UnreadableLine[] }

/** How much of a line that could not be read is kept to show it. */
const MOST_SHOWN = 500
const LINES_LOOKED_AT = 50
/** Lines with fewer cells than these do not show what they are by their separators. */
const FEWEST_TELLING = 5

/**
 * The lines of a separated text with the line of the file each begins on, across line breaks within quotation marks. A
 * quotation mark that is never closed, or that swallows the lines after it, costs its own line alone: that one is a problem,
 * and reading goes on with the next. `text` has `\n` alone as line break. Blank lines are left out.
 */
export function readSeparated(text: string, separator: Separator): SeparatedLines {
  const lines: HrLine[] = []
  const problems: UnreadableLine[] = []
  const width = usualWidth(text, separator)
  let offset = 0
  let line = 1
  while (offset < text.length) {
    const start = offset
    let spoiled = false
    Papa.parse<string[]>(text.slice(start), {
      delimiter: separator,
      newline: '\n',
      step: ({ data, errors, meta }, parser) => {
        const end = start + meta.cursor
        const breaks = countBreaks(text, offset, end)
        if (errors.length > 0 || swallowsLines(data, width, separator)) {
          spoiled = true
          parser.abort()
          return
        }
        if (!isBlank(data)) lines.push({ line, cells: data })
        offset = end
        line += breaks
      },
    })
    if (!spoiled) break
    const next = text.indexOf('\n', offset)
    const end = next === -1 ? text.length : next
    const shown = text.slice(offset, Math.min(end, offset + MOST_SHOWN))
    problems.push({
      line,
      reason: 'A quotation mark in this line is not closed, or stands where none may.',
      cells: shown.split(separator),
    })
    offset = end + 1
    line += 1
  }
  return { lines, problems }
}

/** How many cells most of the lines at the top have; null where none has several. A title may have a separator in it. */
function usualWidth(text: string, separator: Separator): number | null {
  const { data } = Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: '\n',
    preview: LINES_LOOKED_AT,
    skipEmptyLines: 'greedy',
  })
  const lines = new Map<number, number>()
  for (const { length } of data) if (length > 1) lines.set(length, (lines.get(length) ?? 0) + 1)
  const [most] = [...lines].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return most?.[0] ?? null
}

/**
 * Whether a quotation mark has taken lines that are not its own: the line runs over line breaks and has another number of cells than
 * others, or a cell holds a whole line with as many separators as lines have.
 */
function swallowsLines(
  cells: readonly string[],
  width: number | null,
  separator: Separator,
): boolean {
  const broken = cells.filter((cell) => cell.includes('\n'))
  if (broken.length === 0 || width === null) return false
  if (cells.length !== width) return true
  // Two or three separators may well be in a note.
  if (width < FEWEST_TELLING) return false
  return broken.some((cell) =>
    cell
      .split('\n')
      .slice(1, -1)
      .some((line) => line.split(separator).length === width),
  )
}

function countBreaks(text: string, from: number, to: number): number {
  let breaks = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1))
    breaks++
  return breaks
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}
