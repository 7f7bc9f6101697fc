'use client'

import { signIn } from 'next-auth/react'
import { Button } from '@/components/ui/button'
import { serverAnswers } from './enter'

type OidcButtonProps = {
  id: string
  name: string
  returnTo: string
  /** Takes a click now. */
  ready: boolean
  onBegin: () => void
  onUnanswered: () => void
}

/** To the organisation's own sign-in and back. */
export function OidcButton({ id, name, returnTo, ready, onBegin, onUnanswered }: OidcButtonProps) {
  return (
    <Button
      variant="primary"
      className="h-10 w-full text-[14px]"
      disabled={!ready}
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
