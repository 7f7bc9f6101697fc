import { MOST_LOOKED_UP } from '@/lib/contract/directory-endpoint'

/** What was pasted, as values to look up. */
export type Pasted = {
  /** Each once, in the order pasted. */
  values: string[]
  /** Values that stood there more than once. */
  repeated: number
  /** Beyond the thousand that are looked up at once. */
  beyond: number
}

/**
 * Takes a pasted list apart: one value a line, or divided by commas, semicolons or tabs, with or without quotation marks.
 * A blank divides nothing, because phone numbers have blanks in them.
 */
export function pastedValues(text: string): Pasted {
  const all = text
    .split(/[\r\n\t,;]+/)
    .map((piece) =>
      piece
        .trim()
        .replace(/^["']+|["']+$/g, '')
        .trim(),
    )
    .filter((piece) => piece !== '')
    .map((piece) => piece.slice(0, 320))
  const values = [...new Set(all)]
  return {
    values: values.slice(0, MOST_LOOKED_UP),
    repeated: all.length - values.length,
    beyond: Math.max(0, values.length - MOST_LOOKED_UP),
  }
}
