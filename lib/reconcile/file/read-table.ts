import type { HrLine, UnreadableLine } from '../model'
import { decodeText } from './decode-text'
import { detectSeparator, type Separator } from './detect-separator'
import type { Encoding } from './encodings'
import { fitLines } from './fit-lines'
import { findHeading } from './heading'
import { readSeparated } from './read-separated'
import { readWorkbook } from './read-workbook'

/** An HR file as a table: every line of the file that says anything is in `lines`, is the heading, or is in `problems`. */
export type HrTable = {
  heading: string[]
  /** Each with as many cells as the heading. */
  lines: HrLine[]
  problems: UnreadableLine[]
  /** Null for a workbook. */
  encoding: Encoding | null
  separator: Separator | null
  /** Name of the sheet read; null for text. */
  sheet: string | null
}

/** Why a file cannot be read at all, as a sentence for its reader. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

/**
 * Reads CSV, TSV, any text with one separator, or XLSX; told apart by their bytes, not by `fileName`, which only its messages
 * need. Line numbers are those of the file. A text is read in the encoding `chosen`; without one it is told or guessed. Rejects with
 * `UnreadableFile` when there is nothing in it that could be a table.
 */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  chosen: Encoding | null = null,
): Promise<HrTable> {
  if (bytes.length === 0) throw new UnreadableFile(`${fileName} is empty.`)
  if (isCompoundFile(bytes))
    throw new UnreadableFile(
      `${fileName} is an old Excel file, or one with a password. Save it as XLSX or CSV, without a password.`,
    )
  return isZip(bytes) ? readWorkbookTable(bytes, fileName) : readTextTable(bytes, fileName, chosen)
}

async function readWorkbookTable(bytes: Uint8Array, fileName: string): Promise<HrTable> {
  const read = await readWorkbook(bytes).catch((cause: unknown) => {
    throw new UnreadableFile(`${fileName} is not an XLSX file that can be read.`, { cause })
  })
  return {
    ...tableOf(read.lines, [], 'pad', fileName),
    encoding: null,
    separator: null,
    sheet: read.sheet,
  }
}

function readTextTable(bytes: Uint8Array, fileName: string, chosen: Encoding | null): HrTable {
  const { text: decoded, encoding } = decodeText(bytes, chosen)
  if (decoded.slice(0, 4000).includes('\0'))
    throw new UnreadableFile(`${fileName} is neither a text nor an XLSX file.`)
  const text = decoded.replace(/\r\n?/g, '\n')
  // Excel's own first line, `sep=;`, names the separator.
  const named = /^sep=([,;\t|])\n/i.exec(text)
  const separator = SEPARATOR_OF.get(named?.[1] ?? '') ?? detectSeparator(text)
  // Blanked rather than cut, so that the lines keep their numbers.
  const read = readSeparated(named ? text.slice(named[0].length - 1) : text, separator)
  return {
    ...tableOf(read.lines, read.problems, 'demand', fileName),
    encoding,
    separator,
    sheet: null,
  }
}

const SEPARATOR_OF = new Map<string, Separator>([
  [',', ','],
  [';', ';'],
  ['\t', '\t'],
  ['|', '|'],
])

function tableOf(
  read: HrLine[],
  torn: UnreadableLine[],
  short: 'pad' | 'demand',
  fileName: string,
): Pick<HrTable, 'heading' | 'lines' | 'problems'> {
  if (read.length === 0) throw new UnreadableFile(`${fileName} has no lines with anything in them.`)
  const { heading, above, body } = findHeading(read)
  const fitted = fitLines(body, heading.length, short)
  const problems = [...above, ...torn, ...fitted.problems].sort((a, b) => a.line - b.line)
  return { heading, lines: fitted.lines, problems }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** OLE2, what old Excel files and encrypted new ones are. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
}
