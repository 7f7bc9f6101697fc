'use client'

import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { usePreferences } from '@/components/ui/preferences'
import { Skeleton } from '@/components/ui/skeleton'
import type { PersonActivity } from '@/lib/contract/person'
import { formatInstant } from '@/lib/format/instant'
import { personActivityQuery } from '@/lib/query/directory-lists'
import { ActivityStrip } from './activity-strip'
import { dayWords, gapWords } from './gap-words'
import { gapsIn } from './gaps'
import { wholeFrom } from './whole-from'

/** How much of somebody is recorded, the last time, and where there is a gap. */
export function ActivityPanel({ personId }: { personId: number }) {
  const { data, error, refetch } = useQuery(personActivityQuery(personId))
  return (
    <section aria-label="What is recorded" aria-busy={data === undefined && error === null}>
      <h3 className="mb-1 font-semibold">What is recorded</h3>
      {error !== null ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} inline />
      ) : data === undefined ? (
        <div className="flex flex-col gap-2">
          <Skeleton className="h-4 w-80" />
          <Skeleton className="h-10 w-full" />
        </div>
      ) : (
        <Counted activity={data} />
      )}
    </section>
  )
}

function Counted({ activity }: { activity: PersonActivity }) {
  const { zone } = usePreferences()
  const { total, newestUtc, oldestUtc, days, fromDay, toDay, complete, read, unreadable } = activity
  if (total === 0 || (total === null && read === 0 && unreadable === 0))
    return <p className="text-external">Nothing of theirs has ever been recorded.</p>
  const recorded = new Set(days.map(({ day }) => day))
  const whole = wholeFrom(activity)
  const gaps = whole === null ? [] : gapsIn(recorded, whole, toDay)
  const left = `${unreadable.toLocaleString('en-GB')} ${unreadable === 1 ? 'recording' : 'recordings'}`
  return (
    <>
      <p className="leading-relaxed">
        {total === null ? 'Recorded' : `${total.toLocaleString('en-GB')} in all`}, the last on{' '}
        <strong className="font-semibold">
          {newestUtc === null ? 'a day that cannot be read' : formatInstant(newestUtc, zone)}
        </strong>
        {oldestUtc !== null && `, the first on ${formatInstant(oldestUtc, zone, 'date')}`}.{' '}
        {read.toLocaleString('en-GB')} in the last 90 days.
      </p>
      <ActivityStrip days={days} from={fromDay} to={toDay} />
      {!complete && (
        <p className="text-external">
          Counting stopped at {read.toLocaleString('en-GB')} recordings, so the oldest of these days
          are not whole.{' '}
          {whole === null
            ? 'Nothing can be said of gaps.'
            : `Gaps are told from ${dayWords(whole)} on.`}
        </p>
      )}
      {unreadable > 0 && (
        <p className="text-external">
          {left} could not be read and {unreadable === 1 ? 'is' : 'are'} counted on no day: what
          looks like a gap may be none.
        </p>
      )}
      {whole !== null &&
        (gaps.length === 0 ? (
          <p className="text-muted">No gap of three weekdays or more (days are UTC).</p>
        ) : (
          <ul aria-label="Gaps" className="flex flex-col gap-0.5">
            {gaps.map((gap) => (
              <li key={gap.from}>{gapWords(gap, toDay)}</li>
            ))}
          </ul>
        ))}
    </>
  )
}
