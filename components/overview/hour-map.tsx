'use client'

import {
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  type ScatterShapeProps,
  Tooltip,
  type TooltipContentProps,
  usePlotArea,
  XAxis,
  YAxis,
} from 'recharts'
import { ChartTable } from './chart-table'
import { hourWords, WEEKDAYS } from './day-words'
import { Mark } from './mark'
import { opensWords } from './opens-words'
import { recordingsBehind } from './recordings-behind'
import type { Counted, Tally } from './tally'
import { TOOLTIP } from './tooltip-look'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

function cellWords({ weekday, hour, cell }: HourCell): string {
  const { count } = cell
  const { opens } = recordingsBehind.hour(cell)
  const all = `${WEEKDAYS[weekday]} ${hourWords(hour)}: ${count.toLocaleString('en-GB')} ${count === 1 ? 'recording' : 'recordings'}`
  return opens === undefined ? all : `${all}; ${opensWords(opens)}`
}

/** How busy each hour of the week is: the darker, the more recordings. */
export function HourMap({ tally }: { tally: Tally }) {
  const most = Math.max(1, ...tally.hours.flatMap((day) => day.map(({ count }) => count)))
  const cells = tally.hours.flatMap((day, weekday) =>
    day.map((cell, hour) => ({ weekday, hour, cell })),
  )
  return (
    <div aria-hidden>
      <div className="h-52">
        <ResponsiveContainer width="100%" height="100%">
          <ScatterChart
            margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis
              {...AXIS}
              dataKey="hour"
              domain={[-0.5, 23.5]}
              ticks={HOURS.filter((hour) => hour % 3 === 0)}
              height={22}
            />
            <YAxis
              {...AXIS}
              dataKey="weekday"
              domain={[-0.5, 6.5]}
              ticks={WEEKDAYS.map((_, at) => at)}
              tickFormatter={(at) => WEEKDAYS[Number(at)]?.slice(0, 3) ?? ''}
              width={38}
              reversed
            />
            <Tooltip isAnimationActive={false} cursor={false} content={CellTooltip} />
            <Scatter
              data={cells}
              isAnimationActive={false}
              shape={({ cx, cy, payload }: ScatterShapeProps) => (
                <Cell {...(payload as HourCell)} x={cx ?? 0} y={cy ?? 0} most={most} /> // the data given above
              )}
            />
          </ScatterChart>
        </ResponsiveContainer>
      </div>
      <p className="mt-2 flex items-center justify-end gap-1.5 text-[12px] text-muted tabular-nums">
        1
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <span
            key={share}
            className="size-2.5 rounded-[2px]"
            style={{ background: shade(share) }}
          />
        ))}
        {most.toLocaleString('en-GB')} recordings
      </p>
    </div>
  )
}

type HourCell = { weekday: number; hour: number; cell: Counted }

const AXIS = {
  type: 'number',
  axisLine: false,
  tickLine: false,
  interval: 0,
  tick: { fill: 'var(--muted)', fontSize: 11 },
} as const

/** One recording shows already. */
const shade = (share: number) =>
  `color-mix(in srgb, var(--series-1) ${Math.round(14 + 86 * share)}%, var(--sunk))`

/** Around a point, as large as the grid leaves it. */
function Cell({ x, y, most, ...hourCell }: HourCell & { x: number; y: number; most: number }) {
  const area = usePlotArea()
  if (area === undefined) return null
  const [width, height] = [area.width / HOURS.length, area.height / WEEKDAYS.length]
  const { cell } = hourCell
  return (
    <Mark
      x={x - width / 2 + 0.5}
      y={y - height / 2 + 0.5}
      width={width - 1}
      height={height - 1}
      radius={2}
      fill={cell.count === 0 ? 'var(--sunk)' : shade(cell.count / most)}
      href={recordingsBehind.hour(cell).href}
      label={cellWords(hourCell)}
    />
  )
}

function CellTooltip({ active, payload }: TooltipContentProps) {
  const found = payload[0]?.payload as HourCell | undefined // the data given above
  if (!active || found === undefined) return null
  return (
    <p style={TOOLTIP.contentStyle} className="whitespace-nowrap">
      {cellWords(found)}
    </p>
  )
}

export function HourTable({ tally }: { tally: Tally }) {
  return (
    <ChartTable
      label="Recordings by hour and weekday"
      heads={['Hour', ...WEEKDAYS.map((weekday) => weekday.slice(0, 3))]}
      rows={HOURS.map((hour) => ({
        key: String(hour),
        name: hourWords(hour),
        href: null,
        cells: WEEKDAYS.map((_, weekday) => {
          const cell = tally.hours[weekday]?.[hour] ?? { count: 0, ids: [] }
          return { count: cell.count, ...recordingsBehind.hour(cell) }
        }),
      }))}
    />
  )
}
