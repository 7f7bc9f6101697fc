import { signOut as endSession } from 'next-auth/react'
import { PAGES, signInHref } from '@/lib/url/pages'

/** Ends the session and shows the sign-in page. */
export async function signOut(): Promise<void> {
  try {
    sessionStorage.clear() // what this tab remembers is of this session
  } catch {
    // Storage is forbidden: nothing is remembered.
  }
  await endSession({ callbackUrl: PAGES.signIn })
}

/** The sign-in page that comes back to where the reader is now. */
export function signInFromHere(): string {
  return signInHref(location.pathname + location.search)
}
