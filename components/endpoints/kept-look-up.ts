'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { z } from 'zod'
import { TabMemory } from '@/components/ui/tab-memory'

const Kept = z.object({
  /** When the session began in which it was pasted: no other session is shown it. */
  sessionUtc: z.string(),
  /** As pasted. */
  text: z.string(),
  /** What was looked up of it, as it stood then; null while nothing was. */
  asked: z.string().nullable(),
})
type LookUpText = Pick<z.infer<typeof Kept>, 'text' | 'asked'>

const EMPTY: LookUpText = { text: '', asked: null }
const memory = new TabMemory('focus-console.look-up', Kept)

/**
 * What was pasted to be looked up: too long for an address, so this tab keeps it over a reload, for this session alone.
 * `sessionUtc`: when that began.
 */
export function useKeptLookUp(sessionUtc: string): [LookUpText, (next: LookUpText) => void] {
  const kept = useSyncExternalStore(memory.subscribe, memory.read, () => null)
  const keep = useCallback(
    ({ text, asked }: LookUpText) => memory.write({ sessionUtc, text, asked }),
    [sessionUtc],
  )
  return [kept?.sessionUtc === sessionUtc ? kept : EMPTY, keep]
}
