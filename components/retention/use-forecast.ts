'use client'

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { forecastRetention } from '@/lib/query/retention'
import { type Forecast, type ForecastRequest, ForecastRun } from './forecast-run'
import { shownForecast } from './shown-forecast'

/** Coming back within this time shows what was read before: each run is recorded and asks Focus many times. */
const KEEP_MS = 5 * 60_000
type KeyedRun = { key: string; run: ForecastRun }
let kept: (KeyedRun & { untilMs: number }) | null = null

const NOTHING: Forecast = {
  state: 'waiting',
  counts: new Map(),
  progress: null,
  end: null,
  error: null,
  askedUtc: '',
}
const never = () => () => undefined

export type UsedForecast = {
  forecast: Forecast
  /** The numbers are those of the reading before: the new ones are on their way, or did not come. */
  stale: boolean
  cancel: () => void
  /** Asks anew. */
  again: () => void
}

/** Forecasts for as long as somebody looks at it. `key` says when the question is another one; `requestOf` makes it when it is asked. */
export function useForecast(
  key: string,
  requestOf: (nowUtc: string) => ForecastRequest,
): UsedForecast {
  const [runs, setRuns] = useState<{ now: KeyedRun | null; before: KeyedRun | null }>({
    now: null,
    before: null,
  })
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the request; a round asks the same again
  useEffect(() => {
    if (kept !== null && kept.key === key && Date.now() < kept.untilMs) {
      const known = kept
      setRuns(({ now }) => ({ now: known, before: now }))
      return
    }
    const askedUtc = new Date().toISOString()
    const run = new ForecastRun(forecastRetention, requestOf(askedUtc), askedUtc)
    setRuns(({ now, before }) => ({ now: { key, run }, before: hasCounts(now) ? now : before }))
    // Not at once: what is set aside in the same moment must not leave an entry in the ledger.
    const timer = setTimeout(() => {
      void run.start().then(() => {
        if (run.read().state === 'ended') kept = { key, run, untilMs: Date.now() + KEEP_MS }
      })
    }, 0)
    return () => {
      clearTimeout(timer)
      if (run.read().state !== 'ended') run.cancel()
    }
  }, [key, round])

  const now = useSyncExternalStore(
    runs.now?.run.subscribe ?? never,
    runs.now?.run.read ?? (() => NOTHING),
    () => NOTHING,
  )
  const { before } = runs
  return {
    ...shownForecast(
      { key: runs.now?.key ?? key, forecast: now },
      before && { key: before.key, forecast: before.run.read() },
    ),
    cancel: useCallback(() => runs.now?.run.cancel(), [runs.now]),
    again: useCallback(() => {
      kept = null
      setRound((old) => old + 1)
    }, []),
  }
}

function hasCounts(asked: KeyedRun | null): boolean {
  return (asked?.run.read().counts.size ?? 0) > 0
}
