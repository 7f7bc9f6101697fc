import { Problem } from '@/lib/problem/problem'
import { PROBLEMS } from '@/lib/problem/table'

/** Asked again at most so often after the first time; the server has already tried by its own rules. */
const MOST_RETRIES = 2
/** A longer pause is shown to the reader as a countdown instead of being waited out in silence. */
export const QUIET_PAUSE_SEC = 3

/** Whether a failed call is asked again without the reader seeing a failure. `failures` counts from 0. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (!(error instanceof Problem) || failures >= MOST_RETRIES) return false
  const policy = PROBLEMS[error.slug].retry
  if (policy === 'backoff') return true
  return policy === 'after-pause' && (error.retryAfterSec ?? Infinity) <= QUIET_PAUSE_SEC
}

/** Milliseconds to wait before that: the stated pause, else full jitter up to 1 s, 2 s, 4 s. `random` is 0 to 1. */
export function retryDelayMs(failures: number, error: unknown, random = Math.random): number {
  const pauseSec = error instanceof Problem ? error.retryAfterSec : undefined
  const backoffMs = 1000 * 2 ** Math.min(failures, 2) * random()
  return pauseSec === undefined ? backoffMs : pauseSec * 1000 + backoffMs / 4
}
