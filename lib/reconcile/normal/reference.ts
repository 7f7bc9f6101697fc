import { unscientific } from '../read/scientific'

/**
 * One form for every spelling of an employee number: capitals, without spaces and dashes; of a plain number without the zeros
 * before it, which spreadsheets eat, and the `.0` they add. Empty when nothing is left.
 */
export function foldReference(text: string): string {
  const folded = text.toUpperCase().replace(/[\s\-_/–]+/g, '')
  const first = folded.charCodeAt(0)
  // The rest is about plain numbers.
  if (first < 48 || first > 57) return folded
  const written = unscientific(folded) ?? folded
  return /^\d+(\.0+)?$/.test(written)
    ? written.replace(/\.0+$/, '').replace(/^0+(?=\d)/, '')
    : written
}
