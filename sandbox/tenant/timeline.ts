import { type Draw, PURPOSE } from './draw'

const HOUR_MS = 3_600_000
const SPAN_HOURS = 395 * 24

/** Start times of all recordings: never falling as the index grows, so a date range is a search, not a scan. */
export type Timeline = {
  /** Milliseconds of the epoch, whole seconds. */
  startOf(index: number): number
  /** The first index that starts at or after the instant; the size when none does. */
  firstFrom(instantMs: number): number
}

/** How busy an hour is: office hours on weekdays, a little life at other times. */
function weightOf(hourStartMs: number): number {
  const hour = new Date(hourStartMs)
  const weekday = hour.getUTCDay()
  const ofDay = hour.getUTCHours()
  const weekend = weekday === 0 || weekday === 6
  if (ofDay >= 9 && ofDay < 17) return weekend ? 8 : ofDay === 12 || ofDay === 13 ? 80 : 100
  if (ofDay === 8 || ofDay === 17) return weekend ? 4 : 60
  if (ofDay === 7 || ofDay === 18) return weekend ? 2 : 20
  return 1
}

/** Recordings over the thirteen months before `endMs`. Costs the hours of the span, nothing a recording. */
export function makeTimeline(size: number, endMs: number, draw: Draw): Timeline {
  const beginMs = endMs - SPAN_HOURS * HOUR_MS
  const cumulative = new Float64Array(SPAN_HOURS + 1)
  for (let hour = 0; hour < SPAN_HOURS; hour++) {
    // The last weeks are the fullest, as in an account that has grown.
    const recency = 1 + 8 * Math.exp((hour - SPAN_HOURS) / (7 * 24))
    cumulative[hour + 1] = (cumulative[hour] ?? 0) + recency * weightOf(beginMs + hour * HOUR_MS)
  }
  const whole = cumulative[SPAN_HOURS] ?? 0

  const startOf = (index: number) => {
    const sought = ((index + 0.02 + 0.96 * draw.unit(index, PURPOSE.start)) / size) * whole
    let low = 0
    let high = SPAN_HOURS - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((cumulative[middle] ?? 0) <= sought) low = middle
      else high = middle - 1
    }
    const before = cumulative[low] ?? 0
    const within = (sought - before) / ((cumulative[low + 1] ?? 0) - before)
    const startMs = beginMs + (low + within) * HOUR_MS
    return Math.floor(startMs / 1000) * 1000
  }

  const firstFrom = (instantMs: number) => {
    let low = 0
    let high = size
    while (low < high) {
      const middle = (low + high) >> 1
      if (startOf(middle) < instantMs) low = middle + 1
      else high = middle
    }
    return low
  }

  return { startOf, firstFrom }
}
