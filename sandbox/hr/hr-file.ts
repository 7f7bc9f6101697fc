import { stringify } from 'csv-stringify/sync'

/** A line of the file: cells to be quoted as they need, or text as it stands. */
export type FileLine = { cells: readonly string[] } | { text: string }

export const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const
export type SeparatorName = keyof typeof SEPARATORS

export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** The text of the lines, each ended by CR LF, with the number of the file's line on which each begins. */
export function separatedText(
  lines: readonly FileLine[],
  separator: SeparatorName,
): { text: string; begins: number[] } {
  const begins: number[] = []
  const parts: string[] = []
  let line = 1
  for (const one of lines) {
    const text =
      'text' in one
        ? `${one.text}\r\n`
        : stringify([[...one.cells]], {
            delimiter: SEPARATORS[separator],
            record_delimiter: 'windows',
            // A cell with a quotation mark, separator or line break is quoted by itself; a lone line feed is not.
            quoted_match: /\n/,
          })
    begins.push(line)
    parts.push(text)
    line += text.split('\n').length - 1
  }
  return { text: parts.join(''), begins }
}

/** What Windows-1252 has of its own where Latin-1 has control signs, as far as a file needs it. */
const OF_WINDOWS: Record<string, number> = { '€': 0x80, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 }

/** The bytes of a text; a letter that Windows-1252 lacks is an error. */
export function encoded(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf-16') return Buffer.from(`\ufeff${text}`, 'utf16le')
  const bytes = Buffer.alloc(text.length)
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    const code = OF_WINDOWS[letter] ?? letter.charCodeAt(0)
    if (code > 255) throw new Error(`Windows-1252 has no ${letter}`)
    bytes[at] = code
  }
  return bytes
}
