'use client'

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { kindLabel } from '@/lib/format/kind'
import { ChartTable } from './chart-table'
import { dayWords, shortDay } from './day-words'
import { Mark } from './mark'
import { type Question, recordingsBehind } from './recordings-behind'
import { seriesColour } from './series-colour'
import type { Tally } from './tally'
import { TOOLTIP } from './tooltip-look'

type DayChartProps = { tally: Tally; question: Question }

/** Recordings by day, a colour a kind. */
export function DayChart({ tally, question }: DayChartProps) {
  const { days, kinds } = tally
  return (
    <div>
      <div aria-hidden className="h-56">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={days}
            margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
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
              tickLine={false}
              axisLine={false}
              width={38}
              tick={{ fill: 'var(--muted)', fontSize: 11 }}
            />
            <Tooltip {...TOOLTIP} labelFormatter={(day) => dayWords(String(day))} />
            {kinds.map((kind, at) => (
              <Bar
                key={kind}
                dataKey={({ kinds: counts }: Tally['days'][number]) => counts[kind] ?? 0}
                name={kindLabel(kind)}
                stackId="kinds"
                fill={seriesColour(at)}
                isAnimationActive={false}
                shape={({ payload, ...shape }) => {
                  const { day } = payload as Tally['days'][number] // the data given above
                  return (
                    <Mark
                      {...shape}
                      href={recordingsBehind.day(question, day, kind)}
                      label={`${kindLabel(kind)}, ${dayWords(day)}`}
                    />
                  )
                }}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-[12px] text-muted">
        {kinds.map((kind, at) => (
          <li key={kind} className="flex items-center gap-1.5">
            <span
              aria-hidden
              className="size-2.5 rounded-[2px]"
              style={{ background: seriesColour(at) }}
            />
            {kindLabel(kind)}
          </li>
        ))}
      </ul>
    </div>
  )
}

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
            href: recordingsBehind.day(question, day, kind),
          })),
        ],
      }))}
    />
  )
}
