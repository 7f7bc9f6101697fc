import type { FocusAccess } from '@/lib/contract/access-event'
import { type Clock, pauseFor } from '@/lib/focus/clock'
import type { Focus } from '@/lib/focus/focus'
import { Problem } from '@/lib/problem/problem'

type FocusCall = Parameters<Focus['getAccessAudit']>[1]

/** So long one question waits for Focus to have time for it, pauses added up. */
export const LONGEST_WAIT_MS = 10 * 60_000
const PAUSE_MS = 2_000

/** What Focus's audit of one recording says, or why it could not be read. */
export type AuditRead =
  | { state: 'read'; rows: FocusAccess[]; unreadable: number }
  | { state: 'refused' | 'failed' }

/**
 * Asks Focus behind whoever waits at a screen; too many requests only make it wait.
 * Throws the problems of what is asked (`rate-limited` after ten minutes of pauses), and the signal's reason.
 */
export async function patiently<T>(
  ask: (call: FocusCall) => Promise<T>,
  call: FocusCall,
  clock: Clock,
): Promise<T> {
  for (let waitedMs = 0; ; ) {
    try {
      return await ask({ ...call, lane: 'background' })
    } catch (error) {
      call.signal.throwIfAborted()
      const pause = error instanceof Problem && error.slug === 'rate-limited'
      if (!pause || waitedMs >= LONGEST_WAIT_MS) throw error
      const pauseMs = Math.max(PAUSE_MS, (error.retryAfterSec ?? 0) * 1000)
      waitedMs += pauseMs
      await pauseFor(clock, pauseMs, call.signal)
      call.signal.throwIfAborted()
    }
  }
}

/** Reads Focus's audit of one recording. Throws what is no failure of Focus, and the signal's reason. */
export async function readFocusAudit(
  focus: Pick<Focus, 'getAccessAudit'>,
  recordingId: number,
  call: FocusCall,
  clock: Clock,
): Promise<AuditRead> {
  try {
    const audit = await patiently((own) => focus.getAccessAudit(recordingId, own), call, clock)
    return { state: 'read', ...audit }
  } catch (error) {
    call.signal.throwIfAborted()
    if (!(error instanceof Problem) || error.slug === 'internal') throw error
    const refused = error.slug === 'right-missing' || error.slug === 'forbidden'
    return { state: refused ? 'refused' : 'failed' }
  }
}
