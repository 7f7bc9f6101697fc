const NOTHING =
  /^([-–—.?*/\s]*|n\/?a|#n\/a|none|null|nil|nan|tbc|tbd|unknown|keine?r?|k\. ?a\.|aucune?|neant|inconnue?|0+([./-]0+)*)$/i

const ODD_SPACE = /^\s|\s$|[\t\n\r\u00a0\u200b\ufeff]| {2}/
/** The longest text that `NOTHING` may be; a row of dashes is longer, and a name of somebody. */
const LONGEST = 12

/** What is in a cell, trimmed; null for an empty one and for what people write to say that there is nothing (`n/a`, `-`, `0`). */
export function presentText(cell: string | undefined): string | null {
  if (cell === undefined || cell === '') return null
  const text = ODD_SPACE.test(cell) ? cell.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim() : cell
  if (text === '' || (text.length <= LONGEST && NOTHING.test(text))) return null
  return text
}
