'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import type { RetentionState } from '@/lib/url/retention-url'
import { type Span, spanOf } from './calendar-keys'
import type { CalendarView } from './calendar-year'
import { sumOfDays, yearsOf } from './forecast-tally'
import { recordingsWords, spanWords } from './period-words'
import type { ChangeRetention } from './use-retention-state'

type CalendarBarProps = CalendarView & { as: RetentionState['as']; change: ChangeRetention }

/** Which twelve months, which world, and whether as a calendar or as a table. */
export function CalendarBar({ days, world, today, year, moved, as, change }: CalendarBarProps) {
  const years = yearsOf(days.values(), today)
  const listed = years.includes(year) ? years : [...years, year].sort((a, b) => a - b)
  const at = listed.indexOf(year)
  const go = (to: number | undefined) => {
    if (to !== undefined) change({ year: to, day: null })
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <div className="flex items-center gap-1">
        <IconButton
          label="Twelve months before with anything"
          disabled={at <= 0}
          icon={<ChevronLeft size={16} aria-hidden />}
          onClick={() => go(listed[at - 1])}
        />
        <Select
          label="Twelve months"
          value={String(year)}
          onValueChange={(next) => go(Number(next))}
          options={listed.map((candidate) => ({
            value: String(candidate),
            label: spanLabel(spanOf(candidate, today), days, world === 'now' ? 'now' : 'what-if'),
          }))}
        />
        <IconButton
          label="Next twelve months with anything"
          disabled={at < 0 || at >= listed.length - 1}
          icon={<ChevronRight size={16} aria-hidden />}
          onClick={() => go(listed[at + 1])}
        />
      </div>
      {moved && as === 'calendar' && (
        <Segmented
          label="World"
          value={world}
          onValueChange={(next) => change({ world: next }, 'replace')}
          options={[
            { value: 'now', label: 'As it is' },
            { value: 'what-if', label: 'If moved' },
            { value: 'difference', label: 'Difference' },
          ]}
        />
      )}
      <p className="text-[12px] text-muted">Days are UTC.</p>
      <div className="ml-auto">
        <Segmented
          label="Shown as"
          value={as}
          onValueChange={(next) => change({ as: next }, 'replace')}
          options={[
            { value: 'calendar', label: 'Calendar' },
            { value: 'table', label: 'Table' },
          ]}
        />
      </div>
    </div>
  )
}

function spanLabel(span: Span, days: CalendarView['days'], world: 'now' | 'what-if'): string {
  const { due } = sumOfDays(days.values(), world, span)
  return `${spanWords(span)}: ${due === 0 ? 'nothing' : recordingsWords(due)}`
}
