import { presentText } from './absent'

/** The e-mail addresses of one cell as written: several of them, in angle brackets, with `mailto:`. */
export function readEmails(cell: string | undefined): string[] {
  const text = presentText(cell)
  if (text === null) return []
  // The common case, without taking it apart.
  if (/^[^\s;,|<>()"'@:]+@[^\s;,|<>()"'@:]+\.[^\s;,|<>()"'@:.]+$/.test(text)) return [text]
  return text
    .replace(/mailto:/gi, ' ')
    .split(/[\s;,|<>()"']+/)
    .filter((part) => /^[^@]+@[^@]+\.[^@]+$/.test(part))
}
