import { clsx } from 'clsx'
import { Lock } from 'lucide-react'
import type { RetentionState } from '@/lib/url/retention-url'
import { MORE, SHADES } from './calendar-month'

/** What the signs of the calendar mean. */
export function CalendarLegend({ world }: { world: RetentionState['world'] }) {
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1 text-[12px] text-muted">
      {world === 'difference' ? (
        <>
          <Scale shades={MORE} words="+ more deleted that day than now" />
          <Scale shades={SHADES} words="− fewer deleted that day than now" />
        </>
      ) : (
        <Scale shades={SHADES} words="few to many recordings deleted that day" />
      )}
      <span className="inline-flex items-center gap-1.5">
        <Lock size={11} aria-hidden className="text-ink" /> some on hold, not counted in the number
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden className="size-3.5 rounded border border-line-strong border-dashed" />
        the day has come
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span
          aria-hidden
          className="size-3.5 rounded outline-2 outline-ink -outline-offset-2 outline-dotted"
        />
        today
      </span>
    </div>
  )
}

function Scale({ shades, words }: { shades: readonly string[]; words: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className="inline-flex gap-0.5">
        {shades.slice(1).map((shade) => (
          <span key={shade} className={clsx('size-3.5 rounded border border-line', shade)} />
        ))}
      </span>
      {words}
    </span>
  )
}
