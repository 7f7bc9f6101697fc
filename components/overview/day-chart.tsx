'use client'

import { useId } from 'react'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { kindLabel } from '@/lib/format/kind'
import { ChartLegend } from './chart-legend'
import { ChartTable } from './chart-table'
import { dayWords, shortDay } from './day-words'
import { HATCHED, Hatching } from './hatching'
import { kindSeries } from './kind-series'
import { Mark } from './mark'
import { type Question, recordingsBehind } from './recordings-behind'
import type { Tally } from './tally'
import { TOOLTIP } from './tooltip-look'

type Day = Tally['days'][number]
type DayChartProps = { tally: Tally; question: Question }

/** Recordings by day, a colour a kind; the rarest together where there are many. */
export function DayChart({ tally, question }: DayChartProps) {
  const { days } = tally
  const series = kindSeries(tally.kinds)
  const hatching = useId()
  return (
    <div>
      <div aria-hidden className="h-56">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={days}
            margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <Hatching id={hatching} />
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="day"
              tickFormatter={shortDay}
              tickLine={false}
              stroke="var(--line-strong)"
              tick={{ fill: 'var(--muted)', fontSize: 11 }}
              minTickGap={24}
            />
            <YAxis
              allowDecimals={false}
              tickFormatter={(count) => Number(count).toLocaleString('en-GB')}
              tickLine={false}
              axisLine={false}
              width={38}
              tick={{ fill: 'var(--muted)', fontSize: 11 }}
            />
            <Tooltip {...TOOLTIP} labelFormatter={(day) => dayWords(String(day))} />
            {series.map(({ name, kinds, colour }) => (
              <Bar
                key={name}
                // Nothing rather than none: the bubble names what there is.
                dataKey={({ kinds: counts }: Day) => sumOf(counts, kinds) || null}
                name={name}
                stackId="kinds"
                {...(colour === null
                  ? { fill: `url(#${hatching})`, stroke: 'var(--muted)' }
                  : { fill: seriesColour(colour) })}
                isAnimationActive={false}
                shape={({ payload, ...shape }) => {
                  const { day } = payload as Day // the data given above
                  return (
                    <Mark
                      {...shape}
                      href={recordingsBehind.day(question, day, kinds)}
                      label={`${name}, ${dayWords(day)}`}
                    />
                  )
                }}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ChartLegend
        entries={series.map(({ name, colour }) => ({
          name,
          background: colour === null ? HATCHED : seriesColour(colour),
        }))}
      />
    </div>
  )
}

const seriesColour = (colour: number) => `var(--series-${colour})`

const sumOf = (counts: Day['kinds'], kinds: readonly string[]) =>
  kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0)

export function DayTable({ tally, question }: DayChartProps) {
  const { days, kinds } = tally
  return (
    <ChartTable
      label="Recordings by day and kind"
      heads={['Day', 'All', ...kinds.map(kindLabel)]}
      rows={[...days].reverse().map(({ day, kinds: counts }) => ({
        key: day,
        name: dayWords(day),
        href: null,
        cells: [
          {
            count: Object.values(counts).reduce((sum, count) => sum + count, 0),
            href: recordingsBehind.day(question, day),
          },
          ...kinds.map((kind) => ({
            count: counts[kind] ?? 0,
            href: recordingsBehind.day(question, day, [kind]),
          })),
        ],
      }))}
    />
  )
}
