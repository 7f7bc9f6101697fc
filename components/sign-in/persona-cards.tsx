'use client'

import { ArrowRight, LoaderCircle } from 'lucide-react'
import type { SignInPanelProps } from './sign-in-panel'

type PersonaCardsProps = Pick<SignInPanelProps, 'personas'> & {
  /** Takes a click now. */
  ready: boolean
  /** The persona that is being signed in. */
  busy: string | null
  onChoose: (id: string) => void
}

/** One click is enough while the tenant is the sandbox. */
export function PersonaCards({ personas, ready, busy, onChoose }: PersonaCardsProps) {
  return (
    <ul className="overflow-hidden rounded-lg border border-line bg-panel">
      {personas.map((persona) => (
        <li key={persona.id} className="border-line border-t first:border-t-0">
          <button
            type="button"
            disabled={!ready}
            onClick={() => onChoose(persona.id)}
            className="group flex w-full items-center gap-4 px-4 py-3 text-left transition-colors hover:bg-sunk focus-visible:-outline-offset-2"
          >
            <span className="grow">
              <span className="block font-semibold text-[14px]">{persona.role}</span>
              <span className="block text-muted">{persona.name}</span>
              <span className="block text-muted">{persona.can}</span>
            </span>
            {busy === persona.id ? (
              <LoaderCircle size={16} aria-hidden className="text-muted motion-safe:animate-spin" />
            ) : (
              <ArrowRight
                size={16}
                aria-hidden
                className="shrink-0 text-muted group-hover:text-ink"
              />
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
