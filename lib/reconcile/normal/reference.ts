import { unscientific } from '../read/scientific'

/**
 * One form for every spelling of an employee number: capitals, without spaces and dashes; of a plain number without the zeros
 * before it, which spreadsheets eat, and the `.0` they add. Empty when nothing is left.
 */
export function foldReference(text: string): string {
  const written = unscientific(text) ?? text
  const folded = written.toUpperCase().replace(/[\s\-_/–]+/g, '')
  return /^\d+(\.0+)?$/.test(folded) ? folded.replace(/\.0+$/, '').replace(/^0+(?=\d)/, '') : folded
}
