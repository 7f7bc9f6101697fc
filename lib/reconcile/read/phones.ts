import { presentText } from './absent'
import { unscientific } from './scientific'

export type CellNumbers = {
  /** As written, one each. */
  phones: string[]
  /** Short internal numbers, digits alone. */
  extensions: string[]
}

const EXTENSION = /(?:[,;]?\s*(?:ext(?:ension|n)?|dw|durchwahl|poste|#|x)\.?:?\s*)(\d{1,6})\s*$/i

/**
 * The phone numbers of one cell: several of them (`020 7946 0000 / 07897 897897`), with a label, with an extension, as a spreadsheet
 * has left them. A short number is an extension. What has no digits is neither.
 */
export function readNumbers(cell: string | undefined): CellNumbers {
  const phones: string[] = []
  const extensions: string[] = []
  const text = presentText(cell)
  if (text === null) return { phones, extensions }
  // The common case, without a search.
  if (/^\+?\d{7,15}$/.test(text)) return { phones: [text], extensions }
  for (const part of separate(text)) {
    const found = EXTENSION.exec(part)
    const number = found ? part.slice(0, found.index) : part
    if (found?.[1] !== undefined) extensions.push(found[1])
    const written = number.replace(/^[^\d+(]*(?=[\d+(])/, '').trim()
    const digits = written.replace(/\D/g, '')
    if (digits.length === 0) continue
    if (digits.length <= 6 && !written.startsWith('+') && unscientific(written) === written)
      extensions.push(digits)
    else phones.push(written)
  }
  return { phones, extensions }
}

/** A slash parts two numbers, unless it stands within one (`0161/4961100`). */
function separate(text: string): string[] {
  return text
    .split(/[;|\n]|,(?!\s*(?:ext|x|dw|poste))|\s+(?:or|and|oder|und|ou|et)\s+/i)
    .flatMap((part) => {
      const parts = part.split('/')
      return parts.every((one) => one.replace(/\D/g, '').length >= 7) ? parts : [part]
    })
    .filter((part) => part.trim() !== '')
}
