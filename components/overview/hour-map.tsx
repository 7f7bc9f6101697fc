'use client'

import Link from 'next/link'
import { ChartTable } from './chart-table'
import { hourWords, WEEKDAYS } from './day-words'
import { opensWords } from './opens-words'
import { recordingsBehind } from './recordings-behind'
import type { Counted, Tally } from './tally'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

function cellWords(weekday: string, hour: number, cell: Counted): string {
  const { count } = cell
  const { opens } = recordingsBehind.hour(cell)
  const all = `${weekday} ${hourWords(hour)}: ${count.toLocaleString('en-GB')} ${count === 1 ? 'recording' : 'recordings'}`
  return opens === undefined ? all : `${all}; ${opensWords(opens)}`
}

/** How busy each hour of the week is: the darker, the more recordings. */
export function HourMap({ tally }: { tally: Tally }) {
  const most = Math.max(1, ...tally.hours.flatMap((day) => day.map(({ count }) => count)))
  return (
    <div
      aria-hidden
      className="grid grid-cols-[2.5rem_repeat(24,minmax(0,1fr))] gap-px text-[11px]"
    >
      {WEEKDAYS.map((weekday, at) => [
        <span key={weekday} className="self-center text-muted">
          {weekday.slice(0, 3)}
        </span>,
        ...(tally.hours[at] ?? []).map((cell, hour) => (
          <Cell
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place in the day
            key={hour}
            cell={cell}
            share={cell.count / most}
            words={cellWords(weekday, hour, cell)}
          />
        )),
      ])}
      <span />
      {HOURS.map((hour) => (
        <span key={hour} className="text-center text-muted tabular-nums">
          {hour % 3 === 0 ? hour : ''}
        </span>
      ))}
    </div>
  )
}

function Cell({ cell, share, words }: { cell: Counted; share: number; words: string }) {
  const look = {
    background: `color-mix(in srgb, var(--series-1) ${Math.round(share * 100)}%, var(--sunk))`,
  }
  const className = 'h-6 rounded-[2px]'
  const { href } = recordingsBehind.hour(cell)
  if (href === null) return <span title={words} style={look} className={className} />
  return (
    <Link
      href={href}
      prefetch={false}
      tabIndex={-1}
      title={words}
      style={look}
      className={`${className} hover:outline-2 hover:outline-ink`}
    />
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
