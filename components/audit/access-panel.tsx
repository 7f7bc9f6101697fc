'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { useTableLayout } from '@/components/table/use-table-layout'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { usePreferences } from '@/components/ui/preferences'
import { type AuditSort, auditHref, DEFAULT_AUDIT, recordingAuditHref } from '@/lib/url/audit-url'
import { formatToken } from '@/lib/url/tokens'
import { AccessTable } from './access-table'
import { CoverageStrip } from './coverage-strip'
import { countEvents, shownEvents } from './event-list'
import { counted } from './event-words'
import { readWords } from './gather-words'
import { useGather } from './use-gather'
import { WaitingRows } from './waiting-rows'

type AccessPanelProps = { recordingId: number; durationMs: number | null }

/** Everybody who accessed one recording, at any time, and which seconds of it were heard by whom. */
export function AccessPanel({ recordingId, durationMs }: AccessPanelProps) {
  const router = useRouter()
  const { zone } = usePreferences()
  const [layout, setLayout] = useTableLayout('access')
  const [sort, setSort] = useState<AuditSort>(DEFAULT_AUDIT.sort)
  const [at, setAt] = useState<string | null>(null)
  const used = useGather(`recording ${recordingId}`, () => ({
    by: { kind: 'recording', recordingId },
  }))
  const { gathering, cancel, again } = used
  const { events, state, error, progress } = gathering
  const shown = useMemo(() => shownEvents(events, null, null, sort), [events, sort])
  const counts = useMemo(() => countEvents(events), [events])
  const going = state === 'waiting' || state === 'gathering'

  if (state === 'failed' && events.length === 0)
    return <ProblemNotice error={error} onRetry={again} />
  if (going && events.length === 0) return <WaitingRows />
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-9 flex-wrap items-center gap-x-3 border-line border-b px-4 text-[12px] text-muted">
        <p role="status">
          <span className="font-semibold text-ink tabular-nums">
            {counted(counts.accesses, 'access', 'accesses')}
          </span>
          {counts.unexplained > 0 && (
            <span className="text-danger"> · {counts.unexplained} with no person found</span>
          )}
          {progress !== null &&
            progress.refused + progress.failed + progress.unreadable > 0 &&
            ` · ${readWords(progress, true, !going)}`}
          {state === 'cancelled' && ' · cancelled, so there may be more'}
        </p>
        <span className="grow" />
        {going ? (
          <Button size="sm" variant="quiet" onClick={cancel}>
            Cancel
          </Button>
        ) : (
          <Button size="sm" variant="quiet" onClick={again}>
            Read anew
          </Button>
        )}
        <Link href={recordingAuditHref(recordingId)} className={buttonClass('quiet', 'sm')}>
          Open in the audit
        </Link>
      </div>
      {state === 'failed' && (
        <ProblemNotice error={error} onRetry={again} inline title="The reading broke off" />
      )}
      {events.length === 0 ? (
        <p className="p-4 text-muted">Nobody has accessed it, as far as can be told.</p>
      ) : (
        <>
          <CoverageStrip events={events} durationMs={durationMs} />
          <div className="flex min-h-56 grow flex-col border-line border-t">
            <AccessTable
              label="Accesses to this recording"
              events={shown}
              zone={zone}
              compact
              columns={null}
              onColumnsChange={(columns) => setLayout({ shown: columns })}
              layout={layout}
              onLayoutChange={setLayout}
              sort={sort}
              onSort={setSort}
              at={at}
              onSelect={(event) => setAt(event.key)}
              onOpen={(event) => {
                const q = formatToken('recording', String(recordingId))
                router.push(auditHref({ by: 'recording', q, from: null, at: event.key }))
              }}
              stale={used.stale}
              busy={going}
              listKey={`${gathering.askedUtc}|${sort.field}${sort.direction}`}
            />
          </div>
        </>
      )}
    </div>
  )
}
