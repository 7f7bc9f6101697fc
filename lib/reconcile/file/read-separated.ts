import Papa from 'papaparse'
import type { HrLine, UnreadableLine } from '../model'
import type { Separator } from './detect-separator'

export type SeparatedLines = { lines: HrLine[]; problems: UnreadableLine[] }

/** How much of a line that could not be read is kept to show it. */
const MOST_SHOWN = 500

/**
 * The lines of a separated text with the line of the file each begins on, across line breaks within quotation marks. A
 * quotation mark that is never closed, or that swallows the lines after it, costs its own line alone: that one is a problem,
 * and reading goes on with the next. `text` has `\n` alone as line break. Blank lines are left out.
 */
export function readSeparated(text: string, separator: Separator): SeparatedLines {
  const lines: HrLine[] = []
  const problems: UnreadableLine[] = []
  let width: number | null = null
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
        if (errors.length > 0 || (isBroken(data) && width !== null && data.length !== width)) {
          spoiled = true
          parser.abort()
          return
        }
        if (!isBlank(data)) {
          lines.push({ line, cells: data })
          // The first line with several cells says how many a line has.
          if (width === null && data.length > 1) width = data.length
        }
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

/** Whether the line runs over a line break within quotation marks. */
function isBroken(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.includes('\n'))
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
