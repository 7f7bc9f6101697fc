'use client'

import { type ReactNode, useMemo } from 'react'
import { type ChangeAddress, useAddressState } from '@/components/filters/use-address-state'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { usePreferences } from '@/components/ui/preferences'
import { formatPhone } from '@/lib/format/phone'
import {
  type Chart,
  type OverviewState,
  overviewHref,
  parseOverview,
  toTallyRequest,
} from '@/lib/url/overview-url'
import { BusiestTable } from './busiest-table'
import { ChartCard } from './chart-card'
import { ChartTable } from './chart-table'
import { CountBars } from './count-bars'
import { DayChart, DayTable } from './day-chart'
import { HourMap, HourTable } from './hour-map'
import { opensNote } from './opens-words'
import { OverviewToolbar } from './overview-toolbar'
import { questionCounted, recordingsBehind } from './recordings-behind'
import { DURATION_STEPS } from './tally'
import { TranscriptBars, TranscriptTable } from './transcript-bars'
import { useTally } from './use-tally'

type ChartsPanelProps = {
  /** The search box of the recordings, for this page's own question. */
  renderSearch: (q: string, change: ChangeAddress<OverviewState>) => ReactNode
}

/** What the recordings of a search are like: drawn as they are counted, each drawing with its table. */
export function ChartsPanel({ renderSearch }: ChartsPanelProps) {
  const { state, change } = useAddressState<OverviewState>(parseOverview, overviewHref)
  const { zone } = usePreferences()
  const timeZone = zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone
  const { q, from, to, most, tables } = state
  const asked = { q, from, to, most }
  const { reading, cancel, again } = useTally(JSON.stringify(asked), timeZone, (nowUtc) =>
    toTallyRequest(asked, nowUtc, timeZone),
  )
  const { tally } = reading
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question asked anew is asked now
  const nowUtc = useMemo(() => new Date().toISOString(), [JSON.stringify(asked), timeZone])
  const { complete, span } = reading
  const sinceUtc = complete ? null : tally.oldestUtc
  const question = questionCounted({ q, from, to }, span, sinceUtc, timeZone)
  const card = (chart: Chart) => ({
    asTable: tables.includes(chart),
    onAsTableChange: (asTable: boolean) =>
      change(
        { tables: asTable ? [...tables, chart] : tables.filter((other) => other !== chart) },
        'replace',
      ),
  })
  const steps = DURATION_STEPS.map(({ label, token }, at) => ({
    name: label,
    count: tally.durations[at] ?? 0,
    href: recordingsBehind.duration(question, token),
  }))
  const people = tally.people.map((person) => ({
    key: String(person.personId),
    name: person.name,
    count: person.count,
    durationMs: person.durationMs,
    ...recordingsBehind.person(question, person),
  }))
  const endpoints = tally.endpoints.map((endpoint) => ({
    key: endpoint.value,
    name: formatPhone(endpoint.value),
    count: endpoint.count,
    durationMs: endpoint.durationMs,
    ...recordingsBehind.endpoint(question, endpoint),
  }))
  const nothing = reading.state === 'ended' && tally.recordings === 0

  return (
    <section aria-label="What the recordings are like" className="flex flex-col">
      <OverviewToolbar
        state={state}
        change={change}
        search={renderSearch(q, change)}
        zone={zone}
        timeZone={timeZone}
        nowUtc={nowUtc}
        reading={reading}
        onCancel={cancel}
        onAgain={again}
      />
      {reading.error !== null && (
        <ProblemNotice error={reading.error} onRetry={again} inline={tally.recordings > 0} />
      )}
      {nothing && (
        <p className="px-4 py-10 text-center text-muted">
          No recording fits. Choose a longer time or take a filter away.
        </p>
      )}
      {tally.recordings > 0 && (
        <div className="grid grid-cols-1 xl:grid-cols-2">
          <ChartCard
            title="Recordings by day and kind"
            {...card('days')}
            note={tally.undated > 0 ? `${tally.undated} without a start` : null}
            chart={<DayChart tally={tally} question={question} />}
            table={<DayTable tally={tally} question={question} />}
            className="xl:col-span-2"
          />
          <ChartCard
            title="Hour by weekday"
            {...card('hours')}
            note={opensNote(tally.hours.flat().map(recordingsBehind.hour))}
            chart={<HourMap tally={tally} />}
            table={<HourTable tally={tally} />}
          />
          <ChartCard
            title="How long they are"
            {...card('durations')}
            chart={<CountBars bars={steps} colour="var(--series-1)" />}
            table={
              <ChartTable
                label="Recordings by length"
                heads={['Length', 'Recordings']}
                rows={steps.map(({ name, count, href }) => ({
                  key: name,
                  name,
                  href: null,
                  cells: [{ count, href }],
                }))}
              />
            }
          />
          <ChartCard
            title="Busiest people"
            {...card('people')}
            note={opensNote(people)}
            chart={<CountBars bars={people} lying colour="var(--series-1)" />}
            table={<BusiestTable label="Busiest people" head="Person" rows={people} />}
          />
          <ChartCard
            title="Busiest endpoints"
            {...card('endpoints')}
            note={opensNote(endpoints)}
            chart={<CountBars bars={endpoints} lying colour="var(--series-5)" />}
            table={<BusiestTable label="Busiest endpoints" head="Endpoint" rows={endpoints} />}
          />
          <ChartCard
            title="With a transcript"
            {...card('transcripts')}
            chart={<TranscriptBars tally={tally} question={question} />}
            table={<TranscriptTable tally={tally} question={question} />}
            className="xl:col-span-2"
          />
        </div>
      )}
    </section>
  )
}
