import type { Asked } from './use-reading'

type Ending = { state: string; error: unknown }

/**
 * What to show of two readings; `stale` when it is of the one before, of which only `state` and `error` are the newer one's.
 * That stays while the new one has nothing yet, and where it came to nothing if both asked the same: what was read must never
 * stand under a question it does not answer.
 */
export function shownReading<S extends Ending>(
  now: Asked<S>,
  before: Asked<S> | null,
  foundSome: (shown: S) => boolean,
): { shown: S; stale: boolean } {
  const { state, error } = now.shown
  const lost = (state === 'failed' || state === 'cancelled') && !foundSome(now.shown)
  const stale =
    before !== null &&
    foundSome(before.shown) &&
    (state === 'waiting' || (lost && before.key === now.key))
  return stale ? { shown: { ...before.shown, state, error }, stale } : { shown: now.shown, stale }
}
