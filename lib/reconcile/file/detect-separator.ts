import Papa from 'papaparse'

export const SEPARATORS = [',', ';', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

const LINES_LOOKED_AT = 50

/**
 * The separator under which the most lines at the top of `text` have the same number of cells, more than one; a comma where
 * none does. Separators within quotation marks do not count.
 */
export function detectSeparator(text: string): Separator {
  let best: Separator = ','
  let bestScore = 0
  for (const separator of SEPARATORS) {
    const score = agreement(text, separator)
    if (score > bestScore) {
      best = separator
      bestScore = score
    }
  }
  return best
}

/** How many lines share the usual number of cells; the more cells, the less by chance. */
function agreement(text: string, separator: Separator): number {
  const { data } = Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: '\n',
    preview: LINES_LOOKED_AT,
    skipEmptyLines: 'greedy',
  })
  const byWidth = new Map<number, number>()
  for (const cells of data) byWidth.set(cells.length, (byWidth.get(cells.length) ?? 0) + 1)
  let score = 0
  for (const [width, lines] of byWidth)
    if (width > 1) score = Math.max(score, lines * (1 + Math.min(width, 20) / 100))
  return score
}
