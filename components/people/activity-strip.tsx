import { clsx } from 'clsx'
import { formatInstant } from '@/lib/format/instant'
import { daysBetween, isWeekday } from './gaps'

type ActivityStripProps = {
  days: readonly { day: string; recordings: number }[]
  from: string
  to: string
}

/** A bar for each day; the table for those who cannot see it is the sentence and the gaps around it. */
export function ActivityStrip({ days, from, to }: ActivityStripProps) {
  const counts = new Map(days.map(({ day, recordings }) => [day, recordings]))
  const most = Math.max(1, ...counts.values())
  const all = daysBetween(from, to)
  const words = (day: string) => formatInstant(`${day}T00:00:00Z`, 'utc', 'date')
  return (
    <figure className="my-2">
      <div
        role="img"
        aria-label={`Recordings by day, at most ${most} on one`}
        className="flex h-14 items-end gap-px border-line border-b"
      >
        {all.map((day) => {
          const count = counts.get(day) ?? 0
          return (
            <span
              key={day}
              title={`${words(day)}: ${count}`}
              style={{ height: count === 0 ? 2 : `${Math.max(8, (count / most) * 100)}%` }}
              className={clsx(
                'min-w-0 grow',
                count > 0 ? 'bg-accent' : isWeekday(day) ? 'bg-external' : 'bg-line',
              )}
            />
          )
        })}
      </div>
      <figcaption className="flex justify-between text-[12px] text-muted">
        <span>{words(from)}</span>
        <span>{words(to)}</span>
      </figcaption>
    </figure>
  )
}
