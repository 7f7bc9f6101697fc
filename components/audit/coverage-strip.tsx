import type { AccessEvent } from '@/lib/contract/access-event'
import { exactDuration, formatDuration } from '@/lib/format/duration'
import { coverageOf, joined, lengthOf } from './coverage'
import { counted } from './event-words'
import { HeardBar, heardWords } from './heard-bar'

const MOST_PEOPLE = 12

type CoverageStripProps = { events: readonly AccessEvent[]; durationMs: number | null }

/** Which seconds of the recording were heard, by whom: a bar for each person, on its whole length. */
export function CoverageStrip({ events, durationMs }: CoverageStripProps) {
  const people = coverageOf(events)
  if (people.length === 0)
    return <p className="px-4 py-3 text-[12px] text-muted">Nobody has played it.</p>
  const all = joined(people.flatMap((person) => person.heard))
  const reach = all.at(-1)?.endMs ?? 0
  const lengthMs = Math.max(durationMs ?? 0, reach)
  const rest = people.slice(MOST_PEOPLE)
  return (
    <section aria-label="Which seconds were heard" className="px-4 pt-3 pb-2">
      <p className="text-[12px] text-muted">
        {lengthMs > 0 && all.length > 0 ? (
          <>
            <span className="font-semibold text-ink">
              {percentWords(lengthOf(all), lengthMs)} of it was heard
            </span>
            , by {counted(people.length, 'person', 'people')}
          </>
        ) : (
          `Played by ${counted(people.length, 'person', 'people')}; how much was heard is not known`
        )}
      </p>
      <ul className="mt-1.5">
        {people.slice(0, MOST_PEOPLE).map((person) => (
          <li
            key={person.key}
            title={person.heard.length === 0 ? undefined : heardWords(person.heard)}
            className="grid h-6 grid-cols-[7.5rem_minmax(4rem,1fr)_9.5rem] items-center gap-3 text-[12px]"
          >
            <span className={person.unexplained ? 'truncate text-danger' : 'truncate'}>
              {person.name}
            </span>
            <HeardBar heard={person.heard} lengthMs={lengthMs} />
            <span className="truncate text-right text-muted tabular-nums">
              {person.heard.length === 0 ? 'not known' : exactDuration(person.heardMs)} ·{' '}
              {counted(person.plays, 'play', 'plays')}
            </span>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <p className="text-[12px] text-muted">and {counted(rest.length, 'other', 'others')}</p>
      )}
      <div
        aria-hidden
        className="grid grid-cols-[7.5rem_minmax(4rem,1fr)_9.5rem] gap-3 text-[11px] text-muted tabular-nums"
      >
        <span />
        <span className="flex justify-between">
          <span>0:00</span>
          <span>{formatDuration(lengthMs)}</span>
        </span>
      </div>
    </section>
  )
}

/** Never `100 %` while a second is missing, never `0 %` where something was heard. */
function percentWords(partMs: number, wholeMs: number): string {
  const percent = (partMs / wholeMs) * 100
  if (percent >= 100) return 'All'
  if (percent > 99) return 'Over 99 %'
  return percent < 1 ? 'Under 1 %' : `${Math.round(percent)} %`
}
