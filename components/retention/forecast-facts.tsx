'use client'

import type { ForecastProgress } from './forecast-run'
import { type DayTally, sumOfDays } from './forecast-tally'
import { heldWords } from './forecast-words'

type ForecastFactsProps = {
  days: ReadonlyMap<string, DayTally>
  progress: ForecastProgress | null
  today: string
  /** The numbers of the imagined world stand beside those of this one. */
  moved: boolean
}

/** The sums behind the calendar. Only what has a known day is on the calendar; the rest is told here. */
export function ForecastFacts({ days, progress, today, moved }: ForecastFactsProps) {
  const all = [...days.values()]
  const sums = (world: 'now' | 'what-if') => ({
    past: sumOfDays(all, world, { to: today }),
    coming: sumOfDays(all, world, { from: today }),
    heldNow: sumOfDays(all, world, { to: nextDay(today) }).held,
    heldLater: sumOfDays(all, world, { from: nextDay(today) }).held,
  })
  const now = sums('now')
  const then = moved ? sums('what-if') : null
  const held = then ?? now
  const heldLine = heldWords(held.heldNow, held.heldLater)
  return (
    <div className="flex flex-col gap-2">
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Fact label="To be deleted, today or later" now={now.coming.due} then={then?.coming.due} />
        <Fact label="Past their day already" now={now.past.due} then={then?.past.due} />
        <Fact
          label="On hold"
          now={now.heldNow + now.heldLater}
          then={then === null ? undefined : then.heldNow + then.heldLater}
        />
        {progress !== null && (
          <>
            <Fact
              label="Kept for ever"
              now={progress.neverExpires}
              then={moved ? progress.afterMove?.neverExpires : undefined}
            />
            <Fact
              label="Day not known"
              now={progress.unknown}
              then={moved ? progress.afterMove?.unknown : undefined}
            />
          </>
        )}
      </dl>
      {heldLine !== null && <p>{heldLine}</p>}
    </div>
  )
}

function Fact({ label, now, then }: { label: string; now: number; then: number | undefined }) {
  const changed = then !== undefined && then !== now
  return (
    <div className="flex flex-col">
      <dt className="text-[12px] text-muted">{label}</dt>
      <dd className="text-[15px] tabular-nums">
        <span className="font-semibold">{now.toLocaleString('en-GB')}</span>
        {changed && (
          <>
            <span className="text-muted"> now, </span>
            <span className="font-semibold">{then.toLocaleString('en-GB')}</span>
            <span className="text-muted"> if moved</span>
          </>
        )}
      </dd>
    </div>
  )
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
