import { Problem } from '@/lib/problem/problem'
import type { ProblemSlug } from '@/lib/problem/table'
import type { MakingParts } from './order'
import { NoRoom } from './package-file'

/** What could not be packed, and why, as it stands in the package. */
export type Missing = { recordingId: number; what: string; why: string }

const TRIES = 3
const PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 60_000

/** Worth another try after a pause; Focus's client has tried several times by then. */
const PASSES: readonly ProblemSlug[] = ['rate-limited', 'upstream-unavailable', 'upstream-timeout']
/** Nothing that comes after can go better: the whole package fails. */
const FATAL: readonly ProblemSlug[] = ['upstream-rejected', 'ledger-unavailable', 'internal']

/**
 * Asks for one piece of a recording, again after a pause where the failure is one that passes. Null when there is none
 * of it (`not-found`), or when it failed: then `missing` has why. Throws what fails the whole package.
 */
export async function readPiece<T>(
  about: { recordingId: number; what: string; expected: boolean },
  ask: () => Promise<T>,
  parts: Pick<MakingParts, 'pause'>,
  signal: AbortSignal,
  missing: Missing[],
): Promise<T | null> {
  const { recordingId, what, expected } = about
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask()
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof Problem) || error instanceof NoRoom) throw error
      if (FATAL.includes(error.slug)) throw error
      if (error.slug === 'not-found') {
        if (expected) missing.push({ recordingId, what, why: 'Focus does not have it.' })
        return null
      }
      if (!PASSES.includes(error.slug) || tries === TRIES) {
        missing.push({ recordingId, what, why: error.message })
        return null
      }
      const waitMs = (error.retryAfterSec ?? 0) * 1000 || PAUSE_MS * tries
      await parts.pause(Math.min(waitMs, LONGEST_PAUSE_MS), signal)
      signal.throwIfAborted()
    }
  }
}
