'use client'

import { useId } from 'react'
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { kindLabel } from '@/lib/format/kind'
import { ChartLegend } from './chart-legend'
import { ChartTable } from './chart-table'
import { HATCHED, Hatching } from './hatching'
import { Mark } from './mark'
import { type Question, recordingsBehind } from './recordings-behind'
import type { Tally } from './tally'
import { TOOLTIP } from './tooltip-look'

type TranscriptProps = { tally: Tally; question: Question }
type Coverage = Tally['transcripts'][number]

const PARTS = [
  { part: 'with', name: 'With a transcript', colour: 'var(--series-4)', have: true },
  { part: 'without', name: 'Without one', colour: 'var(--series-7)', have: false },
  { part: 'unknown', name: 'Not stated', colour: null, have: null },
] as const

/** Of each kind, the share that has a transcript. */
export function TranscriptBars({ tally, question }: TranscriptProps) {
  const { transcripts } = tally
  const hatching = useId()
  const parts = PARTS.filter(({ part }) => transcripts.some((coverage) => coverage[part] > 0))
  const names = {
    type: 'category',
    dataKey: 'kind',
    axisLine: false,
    tickLine: false,
    interval: 0,
    tick: { fill: 'var(--muted)', fontSize: 11 },
  } as const
  return (
    <div aria-hidden>
      <div style={{ height: Math.max(48, transcripts.length * 24) }}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={transcripts}
            layout="vertical"
            stackOffset="expand"
            margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <Hatching id={hatching} />
            <XAxis type="number" hide />
            <YAxis {...names} tickFormatter={kindLabel} width={168} />
            <YAxis
              {...names}
              yAxisId="share"
              orientation="right"
              tickFormatter={(_, at) => shareWords(transcripts[at])}
              width={52}
            />
            <Tooltip {...TOOLTIP} labelFormatter={(kind) => kindLabel(String(kind))} />
            {parts.map(({ part, name, colour, have }) => (
              <Bar
                key={part}
                dataKey={(coverage: Coverage) => coverage[part] || null}
                name={name}
                stackId="coverage"
                {...(colour === null
                  ? { fill: `url(#${hatching})`, stroke: 'var(--muted)' }
                  : { fill: colour })}
                maxBarSize={16}
                isAnimationActive={false}
                shape={({ payload, ...shape }) => {
                  const { kind } = payload as Coverage // the data given above
                  const href =
                    have === null ? null : recordingsBehind.transcripts(question, kind, have)
                  return <Mark {...shape} href={href} label={`${kindLabel(kind)}, ${name}`} />
                }}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ChartLegend
        entries={parts.map(({ name, colour }) => ({ name, background: colour ?? HATCHED }))}
      />
    </div>
  )
}

/** Rounded down: a hundred is all of them. */
function shareWords(coverage: Coverage | undefined): string {
  if (coverage === undefined) return ''
  const { with: have, without, unknown } = coverage
  return `${Math.floor((have / (have + without + unknown)) * 100)} %`
}

export function TranscriptTable({ tally, question }: TranscriptProps) {
  return (
    <ChartTable
      label="Transcripts by kind"
      heads={['Kind', 'With', 'Without', 'Not stated']}
      rows={tally.transcripts.map(({ kind, with: have, without, unknown }) => ({
        key: kind,
        name: kindLabel(kind),
        href: null,
        cells: [
          { count: have, href: recordingsBehind.transcripts(question, kind, true) },
          { count: without, href: recordingsBehind.transcripts(question, kind, false) },
          { count: unknown, href: null },
        ],
      }))}
    />
  )
}
