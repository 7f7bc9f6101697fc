'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { usePreferences } from '@/components/ui/preferences'
import { Skeleton } from '@/components/ui/skeleton'
import type { Recording } from '@/lib/contract/recording'
import { formatDuration } from '@/lib/format/duration'
import { formatInstant } from '@/lib/format/instant'
import { kindLabel } from '@/lib/format/kind'
import { formatPhone } from '@/lib/format/phone'
import { recordingSearchQuery } from '@/lib/query/recordings'
import { recordingsHref } from '@/lib/url/recordings-url'
import { OverviewCard } from './overview-card'

const SHOWN = 6
const DAY_MS = 86_400_000
const LINES = ['a', 'b', 'c', 'd', 'e', 'f'] as const

/** The newest calls of the week, each opening the list where it stands with the player beside it. */
export function QueueCard() {
  const [from] = useState(() => new Date(Date.now() - 7 * DAY_MS).toISOString())
  const { data, error, refetch } = useQuery(recordingSearchQuery({ start: { from }, limit: SHOWN }))
  return (
    <OverviewCard
      title="Newest this week"
      href={recordingsHref({ from: 'now-7d', pane: true })}
      more="Work through them"
    >
      {error !== null && (
        <ProblemNotice error={error} onRetry={() => void refetch()} inline={data !== undefined} />
      )}
      {data === undefined &&
        error === null &&
        LINES.map((line) => <Skeleton key={line} className="h-6" />)}
      {data?.recordings.length === 0 && (
        <p className="text-muted">Nothing was recorded in the last seven days.</p>
      )}
      <ol>
        {data?.recordings.map((recording, row) => (
          <QueueRow key={recording.id} recording={recording} row={row} />
        ))}
      </ol>
    </OverviewCard>
  )
}

function QueueRow({ recording, row }: { recording: Recording; row: number }) {
  const { zone } = usePreferences()
  const { id, startUtc, kind, durationMs, parties } = recording
  const names = parties
    .slice(0, 2)
    .map(({ personName, value }) => personName ?? (value === null ? '—' : formatPhone(value)))
  return (
    <li>
      <Link
        href={recordingsHref({ from: 'now-7d', pane: true, at: id, row })}
        prefetch={false}
        className="grid h-7 grid-cols-[7.5rem_1fr_auto] items-center gap-3 rounded px-1 hover:bg-sunk"
      >
        <span className="truncate text-muted tabular-nums">
          {startUtc === null
            ? '—'
            : `${formatInstant(startUtc, zone, 'short-date')} ${formatInstant(startUtc, zone, 'time').slice(0, 5)}`}
        </span>
        <span className="truncate">{names.join(' → ')}</span>
        <span className="text-muted tabular-nums">
          {durationMs === null || durationMs === 0 ? kindLabel(kind) : formatDuration(durationMs)}
        </span>
      </Link>
    </li>
  )
}
