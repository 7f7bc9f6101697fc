import { z } from 'zod'
import { AccessReason, ReasonId } from '@/lib/contract/access-reason'

/** What was said last, for what follows in the same session of the same person. */
const Kept = z.object({
  /** When that session began: what a person before gave in this tab is not used. */
  startedUtc: z.string(),
  /** Null when the reader went on without one, where that is allowed. */
  given: z.object({ reason: AccessReason, reasonId: ReasonId }).nullable(),
})
type Kept = z.infer<typeof Kept>
export type Given = NonNullable<Kept['given']>

const STORED_AS = 'focus-console.reason'
const listeners = new Set<() => void>()
/** Holds it where storage is forbidden, and keeps what is read from being read anew. */
let held: { text: string | null; kept: Kept | null } = { text: null, kept: null }

function read(): Kept | null {
  let { text } = held
  try {
    text = sessionStorage.getItem(STORED_AS)
  } catch {
    // Storage is forbidden: it is held until the page is left.
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

function write(kept: Kept | null): void {
  const text = kept === null ? null : JSON.stringify(kept)
  held = { text, kept }
  try {
    if (text === null) sessionStorage.removeItem(STORED_AS)
    else sessionStorage.setItem(STORED_AS, text)
  } catch {
    // Storage is forbidden: it is held until the page is left.
  }
  for (const listener of listeners) listener()
}

/** The reason kept for this session: null when it was gone on without, undefined when nothing was said. */
export function keptReason(startedUtc: string): Given | null | undefined {
  const kept = read()
  return kept?.startedUtc === startedUtc ? kept.given : undefined
}

export function keepReason(startedUtc: string, given: Given | null): void {
  write({ startedUtc, given })
}

export function forgetReason(): void {
  write(null)
}

export function subscribeToReason(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
