'use client'

import { clsx } from 'clsx'
import { spanOf } from './calendar-keys'
import type { CalendarView } from './calendar-year'
import { signed } from './day-words'
import { type DayTally, type Due, sumOfDays } from './forecast-tally'
import { dayWords, spanWords } from './period-words'

type ExpiryTableProps = CalendarView & {
  day: string | null
  openDay: (day: string) => void
}

const HEAD = 'sticky top-0 bg-page py-1.5 font-medium text-[12px] text-muted'
const number = (count: number) => (count === 0 ? '—' : count.toLocaleString('en-GB'))

/** The numbers of the calendar’s twelve months, a row for each day that has any. */
export function ExpiryTable({ days, today, year, moved, day, openDay }: ExpiryTableProps) {
  const span = spanOf(year, today)
  const listed = [...days.values()].filter((tally) => tally.day >= span.from && tally.day < span.to)
  if (listed.length === 0)
    return <p className="text-muted">Nothing is deleted from {spanWords(span)}.</p>
  const total = {
    day: 'total',
    now: sumOfDays(listed, 'now'),
    'what-if': sumOfDays(listed, 'what-if'),
  }
  return (
    <table
      aria-label={`Days of ${spanWords(span)}`}
      className="w-fit border-separate border-spacing-0"
    >
      <thead>
        <tr className="[&>*]:border-line [&>*]:border-b">
          <th scope="col" className={clsx(HEAD, 'pr-8 pl-1 text-left')}>
            Day
          </th>
          <th scope="col" className={clsx(HEAD, 'px-3 text-right')}>
            {moved ? 'Deleted now' : 'To be deleted'}
          </th>
          <th scope="col" className={clsx(HEAD, 'px-3 text-right')}>
            {moved ? 'On hold now' : 'On hold'}
          </th>
          {moved && (
            <>
              <th scope="col" className={clsx(HEAD, 'px-3 text-right')}>
                Deleted if moved
              </th>
              <th scope="col" className={clsx(HEAD, 'px-3 text-right')}>
                On hold if moved
              </th>
              <th scope="col" className={clsx(HEAD, 'px-3 text-right')}>
                Difference
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {listed.map((tally) => (
          <tr
            key={tally.day}
            className={clsx(
              '[&>*]:border-line [&>*]:border-b',
              tally.day === day ? 'bg-accent-ground' : 'hover:bg-sunk',
            )}
          >
            <th scope="row" className="whitespace-nowrap py-1 pr-8 pl-1 text-left font-normal">
              <button
                type="button"
                aria-pressed={tally.day === day}
                onClick={() => openDay(tally.day)}
                className="min-h-6 tabular-nums underline decoration-line-strong underline-offset-3 hover:decoration-ink"
              >
                {dayWords(tally.day)}
              </button>
              {tally.day === today && <span className="ml-2 text-muted">today</span>}
            </th>
            <Cells tally={tally} moved={moved} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <th scope="row" className="py-1.5 pr-8 pl-1 text-left">
            All of {spanWords(span)}
          </th>
          <Cells tally={total} moved={moved} />
        </tr>
      </tfoot>
    </table>
  )
}

function Cells({ tally, moved }: { tally: DayTally; moved: boolean }) {
  const { now, 'what-if': then } = tally
  return (
    <>
      <Pair of={now} />
      {moved && (
        <>
          <Pair of={then} />
          <td className="px-3 text-right tabular-nums">{signed(then.due - now.due) || '—'}</td>
        </>
      )}
    </>
  )
}

function Pair({ of }: { of: Due }) {
  return (
    <>
      <td className="px-3 text-right tabular-nums">{number(of.due)}</td>
      <td className="px-3 text-right text-muted tabular-nums">{number(of.held)}</td>
    </>
  )
}
