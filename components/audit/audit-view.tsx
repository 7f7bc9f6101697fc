'use client'

import { PanelRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { use, useMemo, useState } from 'react'
import { useListColumns } from '@/components/list/use-list-columns'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { ColumnsButton } from '@/components/table/columns-button'
import { Button } from '@/components/ui/button'
import { useShortcut } from '@/components/ui/shortcut'
import type { AccessEvent } from '@/lib/contract/access-event'
import type { AuditState } from '@/lib/url/audit-url'
import { recordingHref } from '@/lib/url/recording-url'
import { rangeWords } from '@/lib/url/time-range'
import { AccessTable } from './access-table'
import { auditColumns } from './audit-columns'
import { AuditExport } from './audit-export'
import { AuditHeader } from './audit-header'
import { queryWords } from './audit-search-box'
import { AuditSide } from './audit-side'
import { AuditToolbar } from './audit-toolbar'
import { EmptyAudit } from './empty-audit'
import { EntryPanel } from './entry-panel'
import { EvidenceSlot } from './evidence-slot'
import { FindingsPanel, findingsWords } from './findings-panel'
import { LedgerBadge } from './ledger-badge'
import { Timeline } from './timeline'
import { useAudit } from './use-audit'
import { useAuditKeys } from './use-audit-keys'
import { WaitingRows } from './waiting-rows'

/** Who accessed what: one question, its rows on a timeline and in a table, and what deserves a look among them. */
export function AuditView() {
  const router = useRouter()
  const audit = useAudit()
  const { state, change, at, select, zone, timeZone, nowUtc, names, used, asked } = audit
  const { focusAsked, going, partial, findings, shown, selected, counts } = audit
  const { gathering } = used
  const { events } = gathering
  const [sideOpen, setSideOpen] = useState(false)
  const renderEvidence = use(EvidenceSlot)
  const recordingIds = useMemo(
    () => [...new Set(shown.flatMap((event) => event.recordingId ?? []))],
    [shown],
  )
  const columns = useMemo(() => auditColumns(zone, false), [zone])
  const { layout, setLayout, table, button } = useListColumns(
    'audit',
    columns,
    state.columns,
    change,
  )
  const ask = (next: Partial<AuditState>, how: 'push' | 'replace' = 'push') =>
    // Another question has other rows: what was taken of the old ones means nothing there.
    change({ ...next, span: null, finding: null }, how)
  const narrow = (next: Partial<AuditState>) => change(next, 'push')
  const openRecording = (event: AccessEvent) => {
    if (event.recordingId === null) return
    change({ at: event.key }, 'replace')
    router.push(recordingHref(event.recordingId))
  }
  useShortcut('Escape', 'Close the findings', () => setSideOpen(false), {
    group: 'The list',
    enabled: sideOpen,
  })

  const preview = (event: AccessEvent) => {
    select(event.key)
    setSideOpen(true)
  }
  useAuditKeys({
    shown,
    at,
    onSelect: (event) => select(event.key),
    onPreview: preview,
    onOpen: openRecording,
  })

  const words = queryWords(state.q, names)
  const nothing = events.length === 0
  const body =
    gathering.state === 'failed' && nothing ? (
      <ProblemNotice error={gathering.error} onRetry={used.again} />
    ) : shown.length === 0 && going ? (
      <WaitingRows />
    ) : shown.length === 0 && !(state.finding !== null && findings.state === 'waiting') ? (
      <EmptyAudit
        state={state}
        words={words}
        partial={partial}
        onAsk={(next) => ('span' in next ? narrow(next) : ask(next))}
      />
    ) : (
      <AccessTable
        label="Accesses"
        events={shown}
        zone={zone}
        columns={table.shown}
        onColumnsChange={table.onShownChange}
        headers={table.headers}
        layout={layout}
        onLayoutChange={setLayout}
        sort={state.sort}
        onSort={(sort) => change({ sort }, 'push')}
        at={at}
        onSelect={(event) => select(event.key)}
        onPreview={preview}
        onOpen={openRecording}
        stale={used.stale}
        busy={going}
        listKey={`${gathering.askedUtc}|${state.finding}|${state.sort.field}${state.sort.direction}`}
      />
    )

  return (
    <div className="relative flex min-h-0 grow">
      <div className="flex min-w-0 grow flex-col">
        <AuditToolbar
          state={state}
          onAsk={ask}
          names={names}
          seenTags={audit.seenTags}
          zone={zone}
          timeZone={timeZone}
          nowUtc={nowUtc}
        >
          <ColumnsButton {...button} />
        </AuditToolbar>
        <AuditHeader
          used={used}
          focusAsked={focusAsked}
          counts={counts}
          shown={shown.length}
          state={state}
          onAsk={(next) => ('focus' in next ? ask(next) : narrow(next))}
          zone={zone}
        >
          <LedgerBadge zone={zone} />
          <span className="min-[1200px]:hidden">
            <Button size="sm" aria-expanded={sideOpen} onClick={() => setSideOpen(!sideOpen)}>
              <PanelRight size={13} aria-hidden />
              {selected === null ? 'Findings' : 'Details and findings'}
              {findings.state === 'ready' ? ` ${findings.open.length}` : ''}
            </Button>
          </span>
        </AuditHeader>
        {gathering.state === 'failed' && !nothing && (
          <ProblemNotice
            error={gathering.error}
            onRetry={used.again}
            inline
            title={used.stale ? 'Nothing could be read anew' : 'The reading broke off'}
          />
        )}
        {!nothing && (
          <Timeline
            events={events}
            range={audit.range}
            span={state.span}
            onSpanChange={(span) => narrow({ span })}
            selected={selected}
            onSelect={(event) => select(event.key)}
            zone={zone}
            timeZone={timeZone}
          />
        )}
        {body}
      </div>
      <AuditSide
        open={sideOpen}
        onClose={() => setSideOpen(false)}
        words={findingsWords(findings, going)}
        selected={selected === null ? null : <EntryPanel event={selected} zone={zone} />}
        action={
          <>
            {!going && recordingIds.length > 0 && renderEvidence({ recordingIds, words })}
            <AuditExport
              events={shown}
              disabled={going || used.stale || (shown.length === 0 && gathering.state !== 'ended')}
              zone={zone}
              report={{
                question: {
                  by: state.by,
                  words,
                  range: rangeWords(state),
                  from: asked.from ?? null,
                  to: asked.to ?? null,
                  span: state.span,
                  findingOnly: audit.shownFinding?.sentence ?? null,
                },
                progress: gathering.progress,
                focusAsked,
                ended: gathering.state,
                ledger: gathering.ledger,
                findings: findings.open,
                dismissed: findings.dismissed,
              }}
            />
          </>
        }
      >
        <FindingsPanel
          findings={findings}
          reading={going}
          partial={partial}
          shownKey={state.finding}
          onShow={(key) => narrow({ finding: key })}
          zone={zone}
        />
      </AuditSide>
    </div>
  )
}
