'use client'

import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { usePreferences } from '@/components/ui/preferences'
import { formatInstant } from '@/lib/format/instant'
import { ledgerStateQuery } from '@/lib/query/ledger'
import { auditHref } from '@/lib/url/audit-url'
import { Fact } from './fact'
import { OverviewCard } from './overview-card'

const number = (count: number) => count.toLocaleString('en-GB')

/** Whether what was written down can be proved. */
export function LedgerCard() {
  const { data, error, refetch } = useQuery(ledgerStateQuery())
  const { zone } = usePreferences()
  const sound = data?.verified?.sound
  return (
    <OverviewCard title="Access ledger" href={auditHref()} more="Who accessed what">
      {error !== null && (
        <ProblemNotice error={error} onRetry={() => void refetch()} inline={data !== undefined} />
      )}
      {data !== undefined && (
        <dl className="flex flex-wrap gap-x-8 gap-y-2">
          <Fact label="Entries" value={number(data.size)} />
          <Fact
            label="Proved"
            value={
              sound === undefined
                ? 'not verified yet'
                : sound
                  ? 'sound'
                  : (data.verified?.words ?? '')
            }
            bad={sound === false}
          />
          <Fact
            label="Newest checkpoint"
            value={
              data.checkpoint === null
                ? 'none yet'
                : `${number(data.checkpoint.size)} entries, ${formatInstant(data.checkpoint.timeUtc, zone, 'time')}`
            }
          />
          <Fact
            label="Kept outside"
            value={
              data.witnessedSize === null ? 'nothing' : `${number(data.witnessedSize)} entries`
            }
            bad={data.witness === null}
          />
        </dl>
      )}
    </OverviewCard>
  )
}
