/**
 * Text that a spreadsheet must not take for a formula gets an apostrophe before it (OWASP, CSV injection), which a phone
 * number's plus sign does not need: what is only digits and signs of a number stays.
 */
export function spreadsheetSafe(text: string): string {
  if (!/^[=+\-@\t\r]/.test(text) || /^[+-]?[\d\s().]+$/.test(text)) return text
  return `'${text}`
}
