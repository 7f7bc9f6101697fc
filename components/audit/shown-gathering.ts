import type { Gathering } from './gather-run'

/** A gathering, and the key of the question it answers. */
export type Asked = { key: string; gathering: Gathering }

/** Rows to show; `stale` when they are of the reading before, of which only `state` and `error` are the newer one's. */
export type ShownGathering = { gathering: Gathering; stale: boolean }

/**
 * What to show of two readings. Those before stay while the new one has nothing yet, and where it came to nothing if both
 * asked the same: rows must never stand under a question they do not answer.
 */
export function shownGathering(now: Asked, before: Asked | null): ShownGathering {
  const { state, error, events } = now.gathering
  const waits = state === 'waiting'
  const lost = (state === 'failed' || state === 'cancelled') && events.length === 0
  const stale =
    before !== null &&
    before.gathering.events.length > 0 &&
    (waits || (lost && before.key === now.key))
  return stale
    ? { gathering: { ...before.gathering, state, error }, stale }
    : { gathering: now.gathering, stale }
}
