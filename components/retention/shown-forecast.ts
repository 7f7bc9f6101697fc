import type { Forecast } from './forecast-run'

/** A forecast, and the key of the question it answers. */
export type Asked = { key: string; forecast: Forecast }

/**
 * What to show of two readings; `stale` when the numbers are of the one before. Those stay while the new one has nothing
 * yet, and where it came to nothing if both asked the same: numbers must never stand under a question they do not answer.
 */
export function shownForecast(
  now: Asked,
  before: Asked | null,
): { forecast: Forecast; stale: boolean } {
  const { state, error, counts } = now.forecast
  const waits = state === 'waiting'
  const lost = (state === 'failed' || state === 'cancelled') && counts.size === 0
  const stale =
    before !== null &&
    before.forecast.counts.size > 0 &&
    (waits || (lost && before.key === now.key))
  if (!stale) return { forecast: now.forecast, stale }
  // While another question is on its way, its days have no recordings to open yet.
  const end = waits ? null : before.forecast.end
  return { forecast: { ...before.forecast, state, error, end }, stale }
}
