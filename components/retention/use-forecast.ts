'use client'

import { shownReading } from '@/components/list/shown-reading'
import { ReadingKind, useReading } from '@/components/list/use-reading'
import { forecastRetention } from '@/lib/query/retention'
import { type Forecast, type ForecastRequest, ForecastRun } from './forecast-run'

const NOTHING: Forecast = {
  state: 'waiting',
  counts: new Map(),
  progress: null,
  end: null,
  error: null,
  askedUtc: '',
}
const hasCounts = ({ counts }: Forecast) => counts.size > 0
const FORECAST = new ReadingKind(NOTHING, hasCounts)

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
  const { now, before, cancel, again } = useReading(
    FORECAST,
    key,
    (askedUtc) => new ForecastRun(forecastRetention, requestOf(askedUtc), askedUtc),
  )
  const { shown, stale } = shownReading(now, before, hasCounts)
  // While another question is on its way, its days have no recordings to open yet.
  const end = stale && shown.state === 'waiting' ? null : shown.end
  return { forecast: stale ? { ...shown, end } : shown, stale, cancel, again }
}
