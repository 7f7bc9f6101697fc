'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useAlive } from '@/components/ui/use-alive'
import { type Entry, enter } from './enter'
import { LocalForm } from './local-form'
import { OidcButton } from './oidc-button'
import { PersonaCards } from './persona-cards'

export type SignInPanelProps = {
  /** The personas of the sandbox tenant; empty with a real one. */
  personas: readonly { id: string; name: string; role: string; can: string }[]
  local: boolean
  /** The organisation's own sign-in: its next-auth provider and the name to show. */
  oidc: { id: string; name: string } | null
  /** A path of this console. */
  returnTo: string
  /** What went wrong last time, in words. */
  failure: string | null
}

const UNANSWERED = 'The console’s server does not answer. Check your connection and try again.'

/** Every way in that this console offers, and what went wrong in words. */
export function SignInPanel({ personas, local, oidc, returnTo, failure }: SignInPanelProps) {
  const { busy, unanswered, begin, finish } = useEntry(returnTo)
  const ready = useAlive() && busy === null
  const shown = unanswered ? UNANSWERED : busy === null ? failure : null
  return (
    <div className="flex flex-col gap-4">
      {shown !== null && (
        <p
          role="alert"
          className="rounded-md border border-danger/30 bg-danger-ground px-3 py-2 text-danger"
        >
          {shown}
        </p>
      )}
      {personas.length > 0 && (
        <PersonaCards
          personas={personas}
          ready={ready}
          busy={busy}
          onChoose={async (persona) => {
            begin(persona)
            finish(await enter('sandbox', { persona }, returnTo))
          }}
        />
      )}
      {oidc !== null && (
        <OidcButton
          {...oidc}
          returnTo={returnTo}
          ready={ready}
          onBegin={() => begin('oidc')}
          onUnanswered={() => finish('unanswered')}
        />
      )}
      {oidc !== null && local && <Or />}
      {local && (
        <LocalForm
          ready={ready}
          busy={busy === 'local'}
          onSubmit={async (credentials) => {
            begin('local')
            finish(await enter('local', credentials, returnTo))
          }}
        />
      )}
    </div>
  )
}

/** Which way in is under way. A refusal goes into the address, where the server puts it in words. */
function useEntry(returnTo: string) {
  const router = useRouter()
  const [busy, setBusy] = useState<string | null>(null)
  const [unanswered, setUnanswered] = useState(false)
  return {
    busy,
    unanswered,
    begin(way: string) {
      setBusy(way)
      setUnanswered(false)
    },
    finish(entry: Entry) {
      if (entry === 'entered') return
      setBusy(null)
      if (entry === 'unanswered') setUnanswered(true)
      else {
        const state = new URLSearchParams({ error: entry.refused, callbackUrl: returnTo })
        router.replace(`/sign-in?${state}`)
      }
    },
  }
}

function Or() {
  return (
    <div className="flex items-center gap-3 text-[12px] text-muted">
      <span className="h-px grow bg-line" />
      or with an account of this console
      <span className="h-px grow bg-line" />
    </div>
  )
}
