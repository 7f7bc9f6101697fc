'use client'

import { useRef, useState } from 'react'
import type { RetentionState } from '@/lib/url/retention-url'
import { calendarKey, monthsOf, spanOf } from './calendar-keys'
import { CalendarLegend } from './calendar-legend'
import { CalendarMonth } from './calendar-month'
import { amountOf } from './day-words'
import type { DayTally } from './forecast-tally'
import { spanWords } from './period-words'

/** What the calendar and the table behind it show. */
export type CalendarView = {
  days: ReadonlyMap<string, DayTally>
  world: RetentionState['world']
  /** A UTC day. */
  today: string
  /** In which the twelve months on screen begin. */
  year: number
  /** Whether a move is imagined: then there are two worlds. */
  moved: boolean
}

type CalendarYearProps = CalendarView & {
  day: string | null
  openDay: (day: string) => void
}

/** Twelve months. One day has the focus; arrows move it, Enter opens it. */
export function CalendarYear(props: CalendarYearProps) {
  const { days, world, today, year, moved, day, openDay } = props
  const span = spanOf(year, today)
  const [focus, setFocus] = useState(
    () =>
      [day, today].find((one) => one !== null && one >= span.from && one < span.to) ?? span.from,
  )
  const box = useRef<HTMLDivElement>(null)
  const most = Math.max(
    0,
    ...[...days.values()]
      .filter((tally) => tally.day >= span.from && tally.day < span.to)
      .map((tally) => Math.abs(amountOf(tally, world))),
  )
  const press = (key: string, from: string): boolean => {
    const to = calendarKey(key, from, span)
    if (to === null) return false
    setFocus(to)
    box.current?.querySelector<HTMLButtonElement>(`[data-day="${to}"]`)?.focus()
    return true
  }
  return (
    <div className="flex flex-col gap-3">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form */}
      <div
        ref={box}
        role="group"
        aria-label={`Calendar, ${spanWords(span)}`}
        className="grid grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] items-start gap-x-6 gap-y-5"
      >
        {monthsOf(span).map((first) => (
          <CalendarMonth
            key={first}
            first={first}
            days={days}
            world={world}
            today={today}
            moved={moved}
            most={most}
            focus={focus}
            opened={day}
            onPress={press}
            onOpen={(opened) => {
              setFocus(opened)
              openDay(opened)
            }}
          />
        ))}
      </div>
      <CalendarLegend world={world} />
    </div>
  )
}
