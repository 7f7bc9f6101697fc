import { signOut as endSession } from 'next-auth/react'
import { PAGES, signInHref } from '@/lib/url/pages'

/** Ends the session and shows the sign-in page. */
export async function signOut(): Promise<void> {
  await endSession({ callbackUrl: PAGES.signIn })
}

/** The sign-in page that comes back to where the reader is now. */
export function signInFromHere(): string {
  return signInHref(location.pathname + location.search)
}
