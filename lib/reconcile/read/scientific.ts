/**
 * Digits that a spreadsheet has turned into `4.47897897897E+11`, written out again; null where it has rounded some of them away.
 * Other text comes back as it came.
 */
export function unscientific(text: string): string | null {
  const found = /^(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i.exec(text.trim())
  if (!found) return text
  const [, first = '', rest = '', exponent = '0'] = found
  const zeros = Number(exponent) - rest.length
  // Up to three zeros at the end may be there by chance; more of them are lost digits.
  if (zeros < 0 || zeros > 3) return null
  return `${first}${rest}${'0'.repeat(zeros)}`
}
