/** The address of every page that takes no state of its own. */
export const PAGES = {
  home: '/',
  recordings: '/recordings',
  people: '/people',
  endpoints: '/endpoints',
  users: '/users',
  retention: '/retention',
  audit: '/audit',
  reconcile: '/reconcile',
  status: '/status',
  signIn: '/sign-in',
} as const

/** The sign-in page, which returns to `returnTo`. What is not a path of this console returns to its front door. */
export function signInHref(returnTo?: string): string {
  const target = safeReturnPath(returnTo)
  if (target === PAGES.home) return PAGES.signIn
  return `${PAGES.signIn}?${new URLSearchParams({ callbackUrl: target })}`
}

/**
 * A path within this console, or its front door for anything else: an address elsewhere (also as `//host` or
 * `/\host`) must never be where sign-in leads. Bounded at 2,000 characters.
 */
export function safeReturnPath(path: string | null | undefined): string {
  if (path === null || path === undefined || path.length > 2000) return PAGES.home
  if (!/^\/(?![/\\])/.test(path) || path.startsWith(PAGES.signIn)) return PAGES.home
  // Browsers drop control characters, which could join two slashes.
  for (const character of path) if (character < ' ') return PAGES.home
  return path
}
