import { getCsrfToken, signIn } from 'next-auth/react'

/** What came of trying: the page is on its way, next-auth refused with a code, or no answer came. */
export type Entry = 'entered' | 'unanswered' | { refused: string }

/**
 * Signs in with credentials and goes to the page asked for. The page is loaded whole, so that nothing of an earlier person
 * stays in memory.
 */
export async function enter(
  provider: 'sandbox' | 'local',
  credentials: Record<string, string>,
  returnTo: string,
): Promise<Entry> {
  try {
    if (!(await serverAnswers())) return 'unanswered'
    const answer = await signIn(provider, { ...credentials, redirect: false })
    if (!answer?.ok || answer.error) return { refused: answer?.error ?? 'Default' }
    location.assign(returnTo)
    return 'entered'
  } catch {
    return 'unanswered'
  }
}

/** next-auth leaves for an error page of its own when nothing answers, so it is asked for something small first. */
export async function serverAnswers(): Promise<boolean> {
  return (await getCsrfToken()) !== undefined
}
