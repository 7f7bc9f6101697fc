'use client'

import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { statusQuery } from '@/lib/query/status'
import { PAGES } from '@/lib/url/pages'
import { Fact } from './fact'
import { OverviewCard } from './overview-card'

const CIRCUIT = { closed: 'answers', open: 'away', 'half-open': 'being tried' } as const

/** Whether Focus answers as agreed, and what the service user may not do. */
export function ConnectionCard() {
  const { data, error, refetch } = useQuery(statusQuery())
  const missing = data?.calls.filter(({ rightState }) => rightState === 'missing') ?? []
  const unread = data?.calls.reduce((sum, { unreadable }) => sum + unreadable, 0) ?? 0
  const failing = data?.calls.filter(({ failures }) => failures > 0) ?? []
  return (
    <OverviewCard title="Connection to Focus" href={PAGES.status} more="Status">
      {error !== null && (
        <ProblemNotice error={error} onRetry={() => void refetch()} inline={data !== undefined} />
      )}
      {data !== undefined && (
        <>
          <dl className="flex flex-wrap gap-x-8 gap-y-2">
            <Fact
              label="Focus"
              value={CIRCUIT[data.upstream.circuit]}
              bad={data.upstream.circuit === 'open'}
            />
            <Fact label="Rights missing" value={String(missing.length)} bad={missing.length > 0} />
            <Fact label="Calls that failed" value={String(failing.length)} />
            <Fact
              label="Contract drift"
              value={unread === 0 ? 'none' : `${unread.toLocaleString('en-GB')} unread`}
              bad={unread > 0}
            />
          </dl>
          {missing.length > 0 && (
            <p className="text-muted">
              The service user lacks {missing.map(({ right }) => right).join(', ')}.
            </p>
          )}
        </>
      )}
    </OverviewCard>
  )
}
