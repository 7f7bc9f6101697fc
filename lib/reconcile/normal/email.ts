const SAME_DOMAIN: Record<string, string> = { 'googlemail.com': 'gmail.com' }

/**
 * One form for every spelling of an address that reaches the same mailbox: small letters, no plus-alias, googlemail as gmail, and
 * without dots at gmail, which ignores them. Text that is no address comes back trimmed, in small letters.
 */
export function foldEmail(text: string): string {
  const small = text.trim().toLowerCase()
  const at = small.lastIndexOf('@')
  if (at < 1) return small
  const domain = SAME_DOMAIN[small.slice(at + 1)] ?? small.slice(at + 1)
  const plus = small.indexOf('+')
  let local = plus > 0 && plus < at ? small.slice(0, plus) : small.slice(0, at)
  if (domain === 'gmail.com') local = local.replaceAll('.', '')
  return `${local}@${domain}`
}
