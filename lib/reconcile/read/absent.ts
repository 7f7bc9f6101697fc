const NOTHING =
  /^([-–—.?*/\s]*|n\/?a|#n\/a|none|null|nil|nan|tbc|tbd|unknown|keine?r?|k\. ?a\.|aucune?|neant|inconnue?|0+([./-]0+)*)$/i

/** What is in a cell, trimmed; null for an empty one and for what people write to say that there is nothing (`n/a`, `-`, `0`). */
export function presentText(cell: string | undefined): string | null {
  if (cell === undefined || cell === '') return null
  const text = cell.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
  return text === '' || NOTHING.test(text) ? null : text
}
