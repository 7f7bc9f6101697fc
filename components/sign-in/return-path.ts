/**
 * The path in a `callbackUrl`, which next-auth writes as a whole address when it sends people back after a failure. Its host
 * is dropped unread: only the path is ever followed, within this console.
 */
export function returnPathOf(callbackUrl: string | string[] | undefined): string | null {
  if (typeof callbackUrl !== 'string') return null
  if (callbackUrl.startsWith('/')) return callbackUrl
  if (!/^https?:/i.test(callbackUrl) || !URL.canParse(callbackUrl)) return null
  const { pathname, search } = new URL(callbackUrl)
  return pathname + search
}
