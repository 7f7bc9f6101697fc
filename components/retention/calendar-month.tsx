'use client'

import { clsx } from 'clsx'
import { Lock } from 'lucide-react'
import { memo } from 'react'
import { weeksOf } from './calendar-keys'
import type { CalendarView } from './calendar-year'
import { amountOf, signed, spokenDay } from './day-words'
import { shadeOf, shortCount } from './forecast-tally'
import { MONTHS } from './period-words'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
export const SHADES = ['', 'bg-accent/10', 'bg-accent/20', 'bg-accent/30', 'bg-accent/45'] as const
export const MORE = ['', 'bg-danger/10', 'bg-danger/18', 'bg-danger/26', 'bg-danger/36'] as const

type CalendarMonthProps = Omit<CalendarView, 'year'> & {
  /** Its first day. */
  first: string
  /** The most that any day on screen shows. */
  most: number
  focus: string
  opened: string | null
  onPress: (key: string, day: string) => boolean
  onOpen: (day: string) => void
}

export const CalendarMonth = memo(function CalendarMonth(props: CalendarMonthProps) {
  const { first } = props
  const name = `${MONTHS[Number(first.slice(5, 7)) - 1]} ${first.slice(0, 4)}`
  return (
    <table aria-label={name} className="w-full table-fixed border-separate border-spacing-0.5">
      <caption className="pb-1 text-left font-semibold">{name}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th
              key={weekday}
              scope="col"
              abbr={weekday}
              className="pb-0.5 font-normal text-[11px] text-muted"
            >
              {weekday.slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(first).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, at) => (
              <td key={day ?? WEEKDAYS[at]} className="p-0">
                {day !== null && <Day {...props} day={day} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
})

function Day(props: CalendarMonthProps & { day: string }) {
  const { day, days, world, today, moved, most, focus, opened, onPress, onOpen } = props
  const tally = days.get(day)
  const amount = amountOf(tally, world)
  const held = tally?.[world === 'now' ? 'now' : 'what-if'].held ?? 0
  const shade = shadeOf(Math.abs(amount), most)
  const more = world === 'difference' && amount > 0
  return (
    <button
      type="button"
      data-day={day}
      tabIndex={day === focus ? 0 : -1}
      aria-pressed={day === opened}
      aria-current={day === today ? 'date' : undefined}
      aria-label={spokenDay(day, tally, { moved, today })}
      onClick={() => onOpen(day)}
      onKeyDown={(event) => {
        if (!event.ctrlKey && !event.metaKey && !event.altKey && onPress(event.key, day))
          event.preventDefault()
      }}
      className={clsx(
        'relative flex h-9.5 w-full flex-col items-start justify-between rounded border px-1 py-0.5 leading-none hover:border-line-strong',
        more ? MORE[shade] : SHADES[shade],
        day === opened
          ? 'border-ink'
          : shade === 0
            ? 'border-transparent'
            : day < today
              ? 'border-line-strong border-dashed'
              : 'border-line',
        shade === 0 ? 'text-muted' : 'text-ink',
        day === today && 'outline-2 outline-ink -outline-offset-2 outline-dotted',
      )}
    >
      <span className="flex w-full items-center justify-between text-[11px] tabular-nums">
        {Number(day.slice(8))}
        {held > 0 && <Lock size={9} aria-hidden className="text-ink" />}
      </span>
      <span className="self-end font-semibold text-[12px] tabular-nums">
        {amount === 0 ? '' : world === 'difference' ? signedShort(amount) : shortCount(amount)}
      </span>
    </button>
  )
}

function signedShort(amount: number): string {
  return Math.abs(amount) < 1000
    ? signed(amount)
    : `${amount > 0 ? '+' : '−'}${shortCount(Math.abs(amount))}`
}
