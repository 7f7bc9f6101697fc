export const BAGIT_TXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** Elements of `bag-info.txt` (RFC 8493 2.2.2), in their order; what is null is left out, line breaks become blanks. */
export function bagInfo(elements: readonly (readonly [string, string | null])[]): string {
  return elements
    .filter((element): element is readonly [string, string] => element[1] !== null)
    .map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`)
    .join('')
}

const FIRST_LINE = 'Focus Console evidence package'

/**
 * The text over which one file of the bag is signed, as a C2SP signed note's: what it is, the bag, the file, its
 * SHA-256. Its second line is no number, so it can never be taken for a checkpoint of the same key.
 */
export function vouchingText(folder: string, fileName: string, sha256: string): string {
  return `${FIRST_LINE}\n${folder}\n${fileName}\nsha256 ${sha256}\n`
}
