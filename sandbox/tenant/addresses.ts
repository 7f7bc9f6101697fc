/** Where the firm's own addresses are. */
export const DOMAIN = 'hallam-pryce.example'

/** A name in the letters an e-mail address takes. */
export function asAddress(first: string, last: string): string {
  return `${first}.${last}`
    .normalize('NFD')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[^a-zA-Z.]/g, '')
    .replace(/\.+/g, '.')
    .toLowerCase()
}
