/**
 * Text that a spreadsheet must not take for a formula gets an apostrophe before it (OWASP, CSV injection), which a phone
 * number's plus sign does not need: what is only digits and signs of a number stays.
 */
export function spreadsheetSafe(text: string): string {
  if (!/^[=+\-@\t\r]/.test(text) || /^[+-]?[\d\s().]+$/.test(text)) return text
  return `'${text}`
}

/**
 * How every CSV file here ends its lines (RFC 4180), and which cells it quotes beyond what the writer would: a lone line
 * break is no end of a line to the writer, but begins a row, and perhaps a formula, to a spreadsheet.
 */
export const CSV_LINES = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ } as const
