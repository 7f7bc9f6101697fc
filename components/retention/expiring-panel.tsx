'use client'

import { useMemo } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { usePreferences } from '@/components/ui/preferences'
import { Progress } from '@/components/ui/progress'
import { Skeleton } from '@/components/ui/skeleton'
import type { RetentionGroup } from '@/lib/contract/retention'
import { formatInstant } from '@/lib/format/instant'
import { type RetentionState, toForecastRequest } from '@/lib/url/retention-url'
import { CalendarBar } from './calendar-bar'
import { spanYearOf } from './calendar-keys'
import { CalendarYear } from './calendar-year'
import { DayPanel } from './day-panel'
import { ExpiringToolbar } from './expiring-toolbar'
import { ExpiryTable } from './expiry-table'
import { ForecastFacts } from './forecast-facts'
import { tallyByDay } from './forecast-tally'
import { extentWords } from './forecast-words'
import { MoveBar } from './move-bar'
import { moveSentences } from './move-words'
import { groupName } from './period-words'
import { useForecast } from './use-forecast'
import type { ChangeRetention } from './use-retention-state'

type ExpiringPanelProps = {
  state: RetentionState
  change: ChangeRetention
  groups: readonly RetentionGroup[]
  mayOpen: boolean
}

/** What will be deleted and when, and what an imagined move would do to it. */
export function ExpiringPanel(props: ExpiringPanelProps) {
  const { state, change, groups, mayOpen } = props
  const { zone } = usePreferences()
  const timeZone = zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone
  const { from, to, kinds, groups: inGroups, most, move } = state
  const asked = { from, to, kinds, groups: inGroups, most, move }
  const { forecast, stale, cancel, again } = useForecast(
    JSON.stringify([asked, timeZone]),
    (nowUtc) => toForecastRequest(asked, nowUtc, timeZone),
  )
  const days = useMemo(() => tallyByDay(forecast.counts.values()), [forecast.counts])
  const busy = forecast.state === 'waiting' || forecast.state === 'reading'
  const today = (forecast.askedUtc || new Date().toISOString()).slice(0, 10)
  const world = move === null ? 'now' : state.world
  const year = state.year ?? spanYearOf(state.day ?? today, today)
  const openDay = (day: string | null) =>
    change({ day, ...(day !== null && { year: spanYearOf(day, today) }) }, 'push')
  const view = { days, world, today, year, moved: move !== null, openDay, day: state.day }
  const effect = forecast.progress?.move ?? null
  const nothing = forecast.progress !== null && forecast.progress.read === 0 && !busy

  return (
    <>
      <ExpiringToolbar
        state={state}
        change={change}
        groups={groups}
        zone={zone}
        timeZone={timeZone}
        nowUtc={forecast.askedUtc || `${today}T00:00:00.000Z`}
        counts={forecast.counts}
      />
      <MoveBar move={move} groups={groups} onChange={(next) => change({ move: next })} />
      <div className="flex min-h-8 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-1 text-[12px]">
        {busy && <Reading {...(forecast.progress ?? { read: 0, total: null })} most={most} />}
        <p role="status" className={busy ? 'sr-only' : 'text-muted'}>
          {busy && !stale ? 'Reading recordings' : extentWords(forecast)}
        </p>
        {stale && (
          <p className={busy ? 'text-muted' : 'text-external'}>
            {busy
              ? 'Below: what was read before.'
              : `As read at ${formatInstant(forecast.askedUtc, zone, 'time')}; nothing came of reading it again.`}
          </p>
        )}
        <div className="ml-auto flex gap-2">
          {busy ? (
            <Button size="sm" disabled={forecast.askedUtc === ''} onClick={cancel}>
              Cancel
            </Button>
          ) : (
            <Button size="sm" variant="quiet" onClick={again}>
              Read again
            </Button>
          )}
        </div>
      </div>
      {forecast.error !== null && (
        <ProblemNotice error={forecast.error} onRetry={again} inline={forecast.progress !== null} />
      )}
      {nothing && forecast.error === null && (
        <NoRecordings
          onClear={() => change({ from: null, to: null, kinds: [], groups: [] })}
          filtered={from !== null || to !== null || kinds.length + inGroups.length > 0}
        />
      )}
      {busy && forecast.progress === null && <Waiting />}
      {!nothing && forecast.progress !== null && (
        <div className="flex min-h-0 grow">
          <div
            className="@container flex min-w-0 grow flex-col gap-4 overflow-auto p-4"
            aria-busy={busy}
          >
            {move !== null && effect !== null && !(stale && busy) && (
              <ul aria-label="What the move would do" className="flex flex-col gap-0.5">
                {moveSentences(effect, groupName(groups, move.toGroupId)).map(({ tone, text }) => (
                  <li key={text} className={tone === 'danger' ? 'font-semibold text-danger' : ''}>
                    {text}
                  </li>
                ))}
              </ul>
            )}
            <ForecastFacts
              days={days}
              progress={forecast.progress}
              today={today}
              moved={move !== null && world !== 'now'}
            />
            <CalendarBar {...view} as={state.as} change={change} />
            {state.as === 'calendar' ? (
              <CalendarYear key={year} {...view} />
            ) : (
              <ExpiryTable {...view} />
            )}
          </div>
          {state.day !== null && (
            <DayPanel
              key={state.day}
              day={state.day}
              today={today}
              counts={forecast.counts}
              moved={move !== null}
              groups={groups}
              examples={mayOpen ? (forecast.end?.examples ?? null) : null}
              mayOpen={mayOpen}
              onClose={() => openDay(null)}
            />
          )}
        </div>
      )}
    </>
  )
}

function Reading({ read, total, most }: { read: number; total: number | null; most: number }) {
  const goal = total === null ? null : Math.min(total, most)
  return (
    <div className="w-80 max-w-full">
      <Progress
        label="Reading recordings"
        value={goal === null ? null : Math.min(read, goal)}
        max={goal || 1}
        text={`${read.toLocaleString('en-GB')}${goal === null ? '' : ` of ${goal.toLocaleString('en-GB')}`}`}
      />
    </div>
  )
}

const MONTHS_SHOWN = ['a', 'b', 'c', 'd', 'e', 'f']

function Waiting() {
  return (
    <div className="flex flex-col gap-4 p-4" aria-busy="true">
      <Skeleton className="h-10 w-120 max-w-full" />
      <div className="grid grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] gap-6">
        {MONTHS_SHOWN.map((month) => (
          <Skeleton key={month} className="h-56" />
        ))}
      </div>
    </div>
  )
}

function NoRecordings({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  return (
    <div className="flex flex-col items-start gap-2 px-4 py-10">
      <p className="font-semibold text-[15px]">
        {filtered ? 'No recording matches' : 'There are no recordings'}
      </p>
      <p className="text-muted">
        {filtered
          ? 'Nothing would be deleted, because nothing was found. Choose other recordings.'
          : 'Focus answered with an empty list. The service user may see none, or nothing has been recorded.'}
      </p>
      {filtered && <Button onClick={onClear}>Count all recordings</Button>}
    </div>
  )
}
