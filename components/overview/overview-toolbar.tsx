'use client'

import type { ReactNode } from 'react'
import { TimeRangeButton } from '@/components/filters/time-range-button'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { Select } from '@/components/ui/select'
import type { Zone } from '@/lib/format/instant'
import { type OverviewState, TALLY_BOUNDS, type TallyBound } from '@/lib/url/overview-url'
import { extentWords } from './tally-words'
import type { TallyReading } from './use-tally'

type OverviewToolbarProps = {
  state: OverviewState
  change: (next: Partial<OverviewState>, how?: 'push' | 'replace') => void
  /** The search box of the recordings. */
  search: ReactNode
  zone: Zone
  timeZone: string
  nowUtc: string
  reading: TallyReading
  onCancel: () => void
  onAgain: () => void
}

/** Which recordings the charts count, how many at most, and how far they are. */
export function OverviewToolbar(props: OverviewToolbarProps) {
  const { state, change, search, zone, timeZone, nowUtc, reading, onCancel, onAgain } = props
  const waiting = reading.state === 'waiting'
  const busy = waiting || reading.state === 'reading'
  const max = Math.min(state.most, reading.total ?? state.most)
  return (
    <div className="flex flex-col gap-2 px-4 pt-3 pb-2">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-64 grow">{search}</div>
        <TimeRangeButton
          range={{ from: state.from, to: state.to }}
          onRangeChange={(range) => change(range)}
          zone={zone}
          timeZone={timeZone}
          nowUtc={nowUtc}
        />
        <Select
          label="Count at most"
          value={String(state.most)}
          onValueChange={(most) => change({ most: Number(most) as TallyBound })} // its options are the bounds
          options={TALLY_BOUNDS.map((bound) => ({
            value: String(bound),
            label: `At most ${bound.toLocaleString('en-GB')}`,
          }))}
        />
      </div>
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-[12px]">
        {busy && (
          <div className="w-64">
            <Progress
              label="Counting"
              value={reading.total === null ? null : reading.read + reading.unreadable}
              max={Math.max(1, max)}
              {...(reading.total === null && { text: '' })}
            />
          </div>
        )}
        <p role="status" className="text-muted">
          {extentWords(reading, zone)}
        </p>
        <div className="ml-auto">
          {busy ? (
            <Button size="sm" disabled={waiting} onClick={onCancel}>
              Cancel
            </Button>
          ) : (
            <Button size="sm" variant="quiet" onClick={onAgain}>
              Count again
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
