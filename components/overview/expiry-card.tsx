'use client'

import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Skeleton } from '@/components/ui/skeleton'
import { type ExpirySoon, expirySoonQuery } from '@/lib/query/retention'
import { retentionHref } from '@/lib/url/retention-url'
import { Fact } from './fact'
import { OverviewCard } from './overview-card'

const DAY_MS = 86_400_000
const number = (count: number) => count.toLocaleString('en-GB')

/** What will be deleted within thirty days of `today` (`YYYY-MM-DD`), and what only a hold keeps until then. */
export function soonGone({ counts }: Pick<ExpirySoon, 'counts'>, today: string) {
  const end = new Date(Date.parse(`${today}T00:00:00Z`) + 30 * DAY_MS).toISOString().slice(0, 10)
  const sum = { due: 0, held: 0 }
  for (const { day, held, recordings } of counts)
    if (held ? day < end : day >= today && day < end) sum[held ? 'held' : 'due'] += recordings
  return sum
}

/** What goes soon. */
export function ExpiryCard() {
  const { data, error, refetch } = useQuery(expirySoonQuery())
  const soon = data === undefined ? null : soonGone(data, new Date().toISOString().slice(0, 10))
  return (
    <OverviewCard
      title="Deleted within 30 days"
      href={retentionHref({ tab: 'expiring' })}
      more="What expires"
    >
      {error !== null && (
        <ProblemNotice error={error} onRetry={() => void refetch()} inline={data !== undefined} />
      )}
      {data === undefined && error === null && <Skeleton className="h-10" />}
      {data !== undefined && soon !== null && (
        <>
          <dl className="flex flex-wrap gap-x-8 gap-y-2">
            <Fact label="To be deleted" value={number(soon.due)} />
            <Fact label="Past their day already" value={number(data.past)} />
            <Fact label="Kept by a hold alone" value={number(soon.held)} />
          </dl>
          {data.total !== null && data.read < data.total && (
            <p className="text-[12px] text-muted">
              Of the oldest {number(data.read)} of {number(data.total)} recordings.
            </p>
          )}
        </>
      )}
    </OverviewCard>
  )
}
