'use client'

import { useState } from 'react'
import { type ChangeAddress, useAddressState } from '@/components/filters/use-address-state'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { usePreferences } from '@/components/ui/preferences'
import { formatInstant } from '@/lib/format/instant'
import { signSummary } from '@/lib/query/directory'
import type { AsidesFile } from '@/lib/reconcile/asides'
import { MISMATCH_KINDS } from '@/lib/reconcile/model'
import { rulesFileOf } from '@/lib/reconcile/rules-file'
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
import { listKeyOf, useChosen, useDetail, useListed } from './use-inbox'
import type { Chosen, FixFormat } from './worker-messages'

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
  const first = MISMATCH_KINDS.find((each) => now.kinds.includes(each))
  const kind = state.kind ?? first ?? 'unreadable'
  const [q, setQ] = useState('')
  const listed = useListed(now, session, kind, q)
  const count = listed?.count ?? countOf(now, kind)
  // Of what is on screen: while a search goes on, that is the list of before.
  const listKey = listed?.key ?? listKeyOf(kind, q)
  const { chosen, check, clear, ...selection } = useChosen(session, listed, listKey)
  const [place, setPlace] = useState<{ listKey: string; index: number } | null>(null)
  const active = place !== null && place.listKey === listKey ? place.index : null
  const [asking, setAsking] = useState<{ which: Chosen; count: number } | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const detail = useDetail(session, listed?.list, active)

  const fixList = async (of: 'all' | 'listed' | 'chosen', format: FixFormat) => {
    if (of !== 'all' && listed === null) return
    const all = listed && { list: listed.list, ranges: null }
    const which = { all: null, listed: all, chosen: chosen ?? all }[of]
    const file = await session.ask('fix-list', { chosen: which, format })
    const day = (now.comparedUtc ?? '').slice(0, 10)
    saveFile(`fix-list-${day}.${format === 'jsonl' ? 'jsonl' : 'csv'}`, file)
  }
  const saveSummary = async () => {
    if (now.comparedUtc === null) return
    const text = await session.ask('summary', { by, tenant })
    try {
      saveFile(
        `reconciliation-${now.comparedUtc.slice(0, 10)}.txt`,
        new Blob([await signSummary(text)], { type: 'text/plain' }),
      )
    } catch (error) {
      setFailure(error)
    }
  }
  const saveRules = () => {
    if (now.by === null || now.table === null) return
    saveJson('rules', rulesFileOf(now.by.rules, now.by.mapping, now.table.heading))
  }
  const saveAsides = async () => {
    const file: AsidesFile = { asides: await session.ask('asides', null) }
    saveJson('asides', file)
  }

  return (
    <div className="flex min-h-0 grow flex-col lg:flex-row">
      <KindsList now={now} chosen={kind} onChoose={(next) => chooseKind(change, next)} />
      <div className="flex min-h-0 min-w-0 grow flex-col">
        <InboxToolbar
          q={q}
          onQChange={setQ}
          chosen={selection.count}
          listed={count}
          onSetAside={() => {
            if (chosen !== null) setAsking({ which: chosen, count: selection.count })
          }}
          onClear={clear}
          onFixList={(of, format) => void fixList(of, format)}
          onSummary={() => void saveSummary()}
          onNightly={(file) => (file === 'rules' ? saveRules() : void saveAsides())}
          onAgain={session.backToColumns}
          onOther={session.clear}
        />
        {failure !== null && (
          <ProblemNotice inline error={failure} onRetry={() => void saveSummary()} />
        )}
        <RunLine now={now} />
        {kind === 'unreadable' ? (
          <UnreadableList lines={now.unreadable} />
        ) : count === 0 ? (
          <p className="px-4 py-8 text-muted">
            {q === ''
              ? 'Nothing here: on this the two sides agree.'
              : 'Nothing here has these words.'}
          </p>
        ) : (
          <MismatchTable
            count={count}
            rows={listed?.rows ?? null}
            listKey={listKey}
            active={active}
            onActive={(index) => setPlace({ listKey, index })}
            chosen={chosen?.ranges ?? NO_RANGES}
            onCheck={(index, range) => void check(index, range)}
          />
        )}
      </div>
      {detail !== null && listed !== null && (
        <aside
          aria-label="Evidence"
          className="min-h-0 shrink-0 overflow-auto border-line border-t max-lg:max-h-[45vh] lg:w-80 lg:border-t-0 lg:border-l 2xl:w-[26rem]"
        >
          <EvidencePanel
            mismatch={detail.mismatch}
            aside={detail.aside}
            mayOpen={mayOpen}
            onSetAside={() => setAsking({ which: only(listed.list, detail.at), count: 1 })}
            onTakeBack={() => session.takeBack(detail.at)}
          />
        </aside>
      )}
      <AsideDialog
        count={asking?.count ?? null}
        onClose={() => setAsking(null)}
        onSetAside={(reason, untilUtc) => {
          if (asking !== null) session.setAside(asking.which, reason, untilUtc)
          setAsking(null)
          clear()
        }}
      />
    </div>
  )
}

function saveJson(name: string, of: unknown): void {
  saveFile(`${name}.json`, new Blob([`${JSON.stringify(of, null, 2)}\n`]))
}

const NO_RANGES: Chosen['ranges'] & object = []

function only(list: number, at: number): Chosen {
  return { list, ranges: [[at, at]] }
}

/** How many there are of a kind, before a search. */
function countOf({ tally }: Reconciliation, kind: string): number {
  if (kind === 'aside') return tally.aside
  return tally.open.find(([each]) => each === kind)?.[1] ?? 0
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
      {now.asidesLost && (
        <span className="text-danger">
          More is set aside than this browser keeps: it returns with the next run.
        </span>
      )}
      {!now.whole && (
        <span className="text-danger">
          Focus’s directory was not read whole: more may be missing.
        </span>
      )}
      {now.unreadableInFocus > 0 && (
        <span className="text-danger">
          {now.unreadableInFocus.toLocaleString('en-GB')}{' '}
          {now.unreadableInFocus === 1 ? 'row' : 'rows'} of Focus could not be read: whoever stands
          there seems to be missing.
        </span>
      )}
      {now.runLost && (
        <span className="text-danger">
          More was found than this browser keeps: the next run cannot say what changed.
        </span>
      )}
      <span>
        {changes === null
          ? 'not compared with the last run'
          : changes.lastUtc === null
            ? 'the first run in this browser'
            : `since ${formatInstant(changes.lastUtc, zone, 'minute')}: ${changes.added} new, ${changes.stillThere} still there, ${changes.gone} gone, ${changes.returned} returned`}
      </span>
    </p>
  )
}
