import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { returnPathOf } from '@/components/sign-in/return-path'
import { SignInFrame } from '@/components/sign-in/sign-in-frame'
import { SignInPanel } from '@/components/sign-in/sign-in-panel'
import { currentSession } from '@/lib/access/session'
import { signInMessage } from '@/lib/access/sign-in-messages'
import { signInWays } from '@/lib/access/sign-in-ways'
import { tenant } from '@/lib/access/tenant'
import { safeReturnPath } from '@/lib/url/pages'

export const metadata: Metadata = { title: 'Sign in' }

type SignInPageProps = {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error } = await searchParams
  const returnTo = safeReturnPath(returnPathOf(callbackUrl))
  if ((await currentSession()) !== null) redirect(returnTo)
  const failure = typeof error === 'string' ? signInMessage(error) : null
  return (
    <SignInFrame tenant={tenant()}>
      <SignInPanel {...signInWays()} returnTo={returnTo} failure={failure} />
    </SignInFrame>
  )
}
