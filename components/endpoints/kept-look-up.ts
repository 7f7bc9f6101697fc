'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { z } from 'zod'

const Kept = z.object({
  /** When the session began in which it was pasted: no other session is shown it. */
  sessionUtc: z.string(),
  /** As pasted. */
  text: z.string(),
  /** What was looked up of it, as it stood then; null while nothing was. */
  asked: z.string().nullable(),
})
type Kept = z.infer<typeof Kept>
type LookUpText = Pick<Kept, 'text' | 'asked'>

const STORED_AS = 'focus-console.look-up'
const EMPTY: LookUpText = { text: '', asked: null }
const listeners = new Set<() => void>()
/** Holds it where storage is forbidden or full, and keeps what is read from being read anew. */
let held: { text: string | null; kept: Kept | null } = { text: null, kept: null }

function read(): Kept | null {
  let { text } = held
  try {
    text = sessionStorage.getItem(STORED_AS)
  } catch {
    // It is held until the page is left.
  }
  if (text !== held.text) held = { text, kept: parse(text) }
  return held.kept
}

function parse(text: string | null): Kept | null {
  try {
    return Kept.safeParse(JSON.parse(text ?? 'null')).data ?? null
  } catch {
    return null
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * What was pasted to be looked up: too long for an address, so this tab keeps it over a reload, for this session alone.
 * `sessionUtc`: when that began.
 */
export function useKeptLookUp(sessionUtc: string): [LookUpText, (next: LookUpText) => void] {
  const kept = useSyncExternalStore(subscribe, read, () => null)
  const keep = useCallback(
    ({ text, asked }: LookUpText) => {
      const next = { sessionUtc, text, asked }
      const stored = JSON.stringify(next)
      held = { text: stored, kept: next }
      try {
        sessionStorage.setItem(STORED_AS, stored)
      } catch {
        // It is held until the page is left.
      }
      for (const listener of listeners) listener()
    },
    [sessionUtc],
  )
  return [kept?.sessionUtc === sessionUtc ? kept : EMPTY, keep]
}
