'use client'

import Link from 'next/link'
import { useMemo } from 'react'
import { useGatheredList } from '@/components/list/use-gathered-list'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { usePreferences } from '@/components/ui/preferences'
import { Skeleton } from '@/components/ui/skeleton'
import { formatInstant } from '@/lib/format/instant'
import { endpointsHref } from '@/lib/url/endpoints-url'
import { endpointName, endpointsAsked } from './endpoint-list'
import { longestSilentFirst } from './longest-silent-first'

/** In use, somebody's, and recorded before but not for 90 days. */
export const SILENT_ENDPOINTS = 'active:yes -owner:none last:<now-90d'

/** Rows that are read to find them: a glance must not read a firm. The page behind it reads them all. */
const MOST_READ = 1_000
const SHOWN = 5

/** Endpoints that fell silent, the longest silent first, among the first thousand that Focus tells of. */
export function SilentEndpoints() {
  const { zone } = usePreferences()
  const timeZone = zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone
  const asked = useMemo(
    () => endpointsAsked(SILENT_ENDPOINTS, new Date().toISOString(), timeZone),
    [timeZone],
  )
  const { gathered, again } = useGatheredList(asked.source, true, MOST_READ)
  const rows = gathered?.rows
  const silent = useMemo(() => {
    return longestSilentFirst(asked.here?.filter(rows ?? []) ?? [])
  }, [asked, rows])
  if (gathered === null || gathered.state === 'reading') return <Skeleton className="h-16" />
  if (gathered.state === 'failed' && gathered.rows.length === 0)
    return <ProblemNotice inline error={gathered.error} onRetry={again} />
  const read = gathered.rows.length.toLocaleString('en-GB')
  const whole = gathered.state === 'ended' && !gathered.stopped
  return (
    <>
      {gathered.state === 'failed' && (
        <ProblemNotice
          inline
          error={gathered.error}
          onRetry={again}
          title="Only a part of the endpoints was read"
        />
      )}
      <p className="text-muted">
        <span className="font-semibold text-ink tabular-nums">
          {silent.length.toLocaleString('en-GB')}
        </span>{' '}
        {whole
          ? `of ${read} endpoints`
          : `of the first ${read} endpoints${gathered.total === null ? '' : `, of ${gathered.total.toLocaleString('en-GB')}`}`}
      </p>
      <ul>
        {silent.slice(0, SHOWN).map(({ endpoint, row }) => (
          <li key={endpoint.endpointId}>
            <Link
              href={endpointsHref({
                q: SILENT_ENDPOINTS,
                at: endpoint.endpointId,
                row,
                pane: true,
              })}
              prefetch={false}
              className="grid h-7 grid-cols-[1fr_1fr_auto] items-center gap-3 rounded px-1 hover:bg-sunk"
            >
              <span className="truncate tabular-nums">{endpointName(endpoint)}</span>
              <span className="truncate text-muted">{endpoint.personName}</span>
              <span className="text-muted tabular-nums">
                {endpoint.lastSeenUtc === null
                  ? '—'
                  : formatInstant(endpoint.lastSeenUtc, zone, 'date')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
