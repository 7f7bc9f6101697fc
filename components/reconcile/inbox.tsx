'use client'

import { useState } from 'react'
import { type ChangeAddress, useAddressState } from '@/components/filters/use-address-state'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { usePreferences } from '@/components/ui/preferences'
import { formatInstant } from '@/lib/format/instant'
import { signSummary } from '@/lib/query/directory'
import { MISMATCH_KINDS } from '@/lib/reconcile/model'
import { parseReconcile, type ReconcileState, reconcileHref } from '@/lib/url/reconcile-url'
import { AsideDialog } from './aside-dialog'
import { EvidencePanel } from './evidence-panel'
import { InboxToolbar } from './inbox-toolbar'
import { KIND_WORDS } from './kind-words'
import { KindsList } from './kinds-list'
import { MismatchTable } from './mismatch-table'
import type { ReconcileSession, Reconciliation } from './reconcile-session'
import { saveFile } from './save-file'
import { UnreadableList } from './unreadable-list'
import { useChosen, useInbox } from './use-inbox'
import type { FixFormat } from './worker-messages'

type InboxProps = {
  now: Reconciliation
  session: ReconcileSession
  mayOpen: boolean
  /** Who compares, and with which tenant: for the summary. */
  by: string
  tenant: string
}

/** The mismatches by kind, the evidence of the one at hand, and what is to be done with them. */
export function Inbox({ now, session, mayOpen, by, tenant }: InboxProps) {
  const { state, change } = useAddressState<ReconcileState>(parseReconcile, reconcileHref)
  const first = MISMATCH_KINDS.find((each) => now.kinds.some(([kind]) => kind === each))
  const kind = state.kind ?? first ?? 'unreadable'
  const [q, setQ] = useState('')
  const inbox = useInbox(now, session, kind, q)
  const { listed } = inbox
  const listKey = `${kind} ${q}`
  const { chosen, check, clear } = useChosen(listed, listKey)
  const [place, setPlace] = useState<{ listKey: string; index: number } | null>(null)
  const active = place !== null && place.listKey === listKey ? place.index : null
  const [asking, setAsking] = useState<readonly string[] | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const shown = active === null ? undefined : listed[active]
  const mismatch = now.detail !== null && now.detail.at === shown?.at ? now.detail.mismatch : null

  const show = (index: number) => {
    setPlace({ listKey, index })
    const row = listed[index]
    if (row !== undefined) session.show(row.at)
  }
  const choose = (next: string) => chooseKind(change, next)
  const fixList = async (of: 'all' | 'listed' | 'chosen', format: FixFormat) => {
    const rows = of === 'all' ? now.rows.filter(({ hash }) => !inbox.asides.has(hash)) : listed
    const wanted = of === 'chosen' ? rows.filter(({ at }) => chosen.has(at)) : rows
    const text = await session.fixList(
      wanted.map(({ at }) => at),
      format,
    )
    const day = (now.comparedUtc ?? '').slice(0, 10)
    const json = format === 'jsonl'
    saveFile(
      `fix-list-${day}.${json ? 'jsonl' : 'csv'}`,
      json ? 'application/x-ndjson' : 'text/csv',
      text,
    )
  }
  const saveSummary = async () => {
    if (now.comparedUtc === null) return
    const text = await session.summary({ by, tenant })
    try {
      saveFile(
        `reconciliation-${now.comparedUtc.slice(0, 10)}.txt`,
        'text/plain',
        await signSummary(text),
      )
    } catch (error) {
      setFailure(error)
    }
  }
  const hashesChosen = () => listed.filter(({ at }) => chosen.has(at)).map(({ hash }) => hash)

  return (
    <div className="flex min-h-0 grow flex-col lg:flex-row">
      <KindsList
        now={now}
        counts={inbox.counts}
        asides={inbox.asideCount}
        chosen={kind}
        onChoose={choose}
      />
      <div className="flex min-h-0 min-w-0 grow flex-col">
        <InboxToolbar
          q={q}
          onQChange={setQ}
          chosen={chosen.size}
          listed={listed.length}
          onSetAside={() => setAsking(hashesChosen())}
          onClear={clear}
          onFixList={(of, format) => void fixList(of, format)}
          onSummary={() => void saveSummary()}
          onAgain={session.backToColumns}
          onOther={session.clear}
        />
        {failure !== null && (
          <ProblemNotice inline error={failure} onRetry={() => void saveSummary()} />
        )}
        <RunLine now={now} />
        {kind === 'unreadable' ? (
          <UnreadableList lines={now.unreadable} />
        ) : listed.length === 0 ? (
          <p className="px-4 py-8 text-muted">
            {q === ''
              ? 'Nothing here: on this the two sides agree.'
              : 'Nothing here has these words.'}
          </p>
        ) : (
          <MismatchTable
            rows={listed}
            listKey={listKey}
            active={active}
            onActive={show}
            checked={chosen}
            onCheck={check}
          />
        )}
      </div>
      {mismatch !== null && shown !== undefined && (
        <aside
          aria-label="Evidence"
          className="min-h-0 shrink-0 overflow-auto border-line border-t max-lg:max-h-[45vh] lg:w-80 lg:border-t-0 lg:border-l 2xl:w-[26rem]"
        >
          <EvidencePanel
            mismatch={mismatch}
            aside={inbox.asides.get(shown.hash)}
            mayOpen={mayOpen}
            onSetAside={() => setAsking([shown.hash])}
            onTakeBack={() => inbox.takeBack(shown.hash)}
          />
        </aside>
      )}
      <AsideDialog
        count={asking === null ? null : asking.length}
        onClose={() => setAsking(null)}
        onSetAside={(reason, untilUtc) => {
          if (asking !== null) inbox.putAside(asking, reason, untilUtc)
          setAsking(null)
          clear()
        }}
      />
    </div>
  )
}

function chooseKind(change: ChangeAddress<ReconcileState>, kind: string): void {
  change({
    kind:
      Object.hasOwn(KIND_WORDS, kind) || kind === 'aside' || kind === 'unreadable' ? kind : null,
  })
}

/** What was compared, and what changed since the last run. */
function RunLine({ now }: { now: Reconciliation }) {
  const { zone } = usePreferences()
  const { changes } = now
  return (
    <p
      role="status"
      className="flex shrink-0 flex-wrap gap-x-4 border-line border-b px-3 py-1.5 text-[12px] text-muted"
    >
      <span>{now.table?.fileName} never left this browser</span>
      {!now.whole && (
        <span className="text-danger">
          Focus’s directory was not read whole: more may be missing.
        </span>
      )}
      <span>
        {changes === null || changes.lastUtc === null
          ? 'the first run in this browser'
          : `since ${formatInstant(changes.lastUtc, zone, 'minute')}: ${changes.added} new, ${changes.gone} gone, ${changes.returned} returned`}
      </span>
    </p>
  )
}
