'use client'

import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { Mark } from './mark'
import { TOOLTIP } from './tooltip-look'

export type CountBar = { name: string; count: number; href: string | null }

/** What fits beside a bar, with both ends: addresses begin alike. The bubble over it has the whole name. */
const shortened = (name: string) =>
  name.length > 24 ? `${name.slice(0, 11)}…${name.slice(-12)}` : name

type CountBarsProps = {
  bars: readonly CountBar[]
  /** Names stand beside lying bars, or below standing ones. */
  lying?: boolean
  colour: string
}

/** One bar a name, each leading to the recordings it counts. */
export function CountBars({ bars, lying = false, colour }: CountBarsProps) {
  const names = {
    dataKey: 'name',
    type: 'category',
    tickLine: false,
    stroke: 'var(--line-strong)',
    tick: { fill: 'var(--muted)', fontSize: 11 },
    interval: 0,
    tickFormatter: shortened,
  } as const
  const counts = { type: 'number', hide: true } as const
  return (
    <div aria-hidden style={{ height: lying ? Math.max(96, bars.length * 24) : 208 }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={[...bars]}
          layout={lying ? 'vertical' : 'horizontal'}
          margin={{ top: lying ? 0 : 18, right: lying ? 44 : 0, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          {lying ? <XAxis {...counts} /> : <XAxis {...names} />}
          {lying ? <YAxis {...names} axisLine={false} width={168} /> : <YAxis {...counts} />}
          <Tooltip {...TOOLTIP} />
          <Bar
            dataKey="count"
            name="Recordings"
            fill={colour}
            maxBarSize={lying ? 16 : 64}
            isAnimationActive={false}
            shape={({ payload, ...shape }) => {
              const { name, href } = payload as CountBar // the data given above
              return <Mark {...shape} href={href} label={name} />
            }}
          >
            <LabelList
              dataKey="count"
              position={lying ? 'right' : 'top'}
              fill="var(--muted)"
              fontSize={11}
              formatter={(count) => Number(count).toLocaleString('en-GB')}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
