'use client'

import { signIn } from 'next-auth/react'
import { Button } from '@/components/ui/button'
import { serverAnswers } from './enter'

type OidcButtonProps = {
  id: string
  name: string
  returnTo: string
  busy: string | null
  onBegin: () => void
  onUnanswered: () => void
}

/** To the organisation's own sign-in and back. */
export function OidcButton({ id, name, returnTo, busy, onBegin, onUnanswered }: OidcButtonProps) {
  return (
    <Button
      variant="primary"
      className="h-10 w-full text-[14px]"
      disabled={busy !== null}
      onClick={async () => {
        onBegin()
        try {
          if (await serverAnswers()) await signIn(id, { callbackUrl: returnTo })
          else onUnanswered()
        } catch {
          onUnanswered()
        }
      }}
    >
      Continue with {name}
    </Button>
  )
}
