'use client'

import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { usePreferences } from '@/components/ui/preferences'
import { formatInstant } from '@/lib/format/instant'
import { statusQuery } from '@/lib/query/status'
import { CallsTable } from './calls-table'
import { StatusFacts } from './status-facts'
import { StatusWaiting } from './status-waiting'
import { Verdict } from './verdict'

/** Tenant, service user, token and upstream health, asked again every ten seconds. */
export function StatusPanel() {
  const { data, error, refetch } = useQuery(statusQuery())
  const { zone } = usePreferences()
  if (data === undefined) {
    if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />
    return <StatusWaiting />
  }
  const write = (utc: string) => formatInstant(utc, zone)
  const writeShort = (utc: string) =>
    `${formatInstant(utc, zone, 'short-date')} ${formatInstant(utc, zone, 'time')}`
  return (
    <>
      {error !== null && <ProblemNotice inline error={error} onRetry={() => void refetch()} />}
      <div className="flex flex-col gap-8 px-6 py-6">
        <Verdict status={data} write={write} />
        <StatusFacts status={data} write={write} />
        <CallsTable calls={data.calls} writeShort={writeShort} />
      </div>
    </>
  )
}
