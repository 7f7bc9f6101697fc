'use client'

import { useRef, useState } from 'react'
import { type ChangeAddress, useAddressState } from '@/components/filters/use-address-state'
import { useListColumns } from '@/components/list/use-list-columns'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { ColumnsButton } from '@/components/table/columns-button'
import { Button } from '@/components/ui/button'
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
import { MISMATCH_COLUMNS } from './mismatch-columns'
import { MismatchTable } from './mismatch-table'
import type { ReconcileSession, Reconciliation } from './reconcile-session'
import { RunLine } from './run-line'
import { saveFile } from './save-file'
import { UnreadableList } from './unreadable-list'
import { useAside } from './use-aside'
import { listKeyOf, toldBySession, useChosen, useDetail, useListed } from './use-inbox'
import { useRowAtHand } from './use-row-at-hand'
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
  const box = useRef<HTMLDivElement>(null)
  const evidence = useRef<HTMLElement>(null)
  const { table, button } = useListColumns('reconcile', MISMATCH_COLUMNS, state.columns, change)
  const onCheck = (index: number, range: boolean) => void check(index, range)
  const places = { list: box, evidence, listKey, count }
  const { active, shown, commands, close } = useRowAtHand({ ...places, check: onCheck })
  const aside = useAside({ box, session, listed, chosen, onDone: clear })
  const [failure, setFailure] = useState<unknown>(null)
  const detail = useDetail(session, listed?.list, shown)

  const fixList = async (of: 'all' | 'listed' | 'chosen', format: FixFormat) => {
    if (of !== 'all' && listed === null) return
    const all = listed && { list: listed.list, ranges: null }
    const which = { all: null, listed: all, chosen: chosen ?? all }[of]
    const file = await session.ask('fix-list', { chosen: which, format }).catch(toldBySession)
    if (file === undefined) return
    const day = (now.comparedUtc ?? '').slice(0, 10)
    saveFile(`fix-list-${day}.${format === 'jsonl' ? 'jsonl' : 'csv'}`, file)
  }
  const saveSummary = async () => {
    if (now.comparedUtc === null) return
    const text = await session.ask('summary', { by, tenant }).catch(toldBySession)
    if (text === undefined) return
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
    const asides = await session.ask('asides', null).catch(toldBySession)
    if (asides !== undefined) saveJson('asides', { asides } satisfies AsidesFile)
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
          onSetAside={() => aside.ask('chosen')}
          onClear={clear}
          onFixList={(of, format) => void fixList(of, format)}
          onSummary={() => void saveSummary()}
          onNightly={(file) => (file === 'rules' ? saveRules() : void saveAsides())}
          onAgain={session.backToColumns}
          onOther={session.clear}
        >
          {kind !== 'unreadable' && <ColumnsButton {...button} />}
        </InboxToolbar>
        {failure !== null && (
          <ProblemNotice inline error={failure} onRetry={() => void saveSummary()} />
        )}
        {now.unanswered !== null && (
          <p
            role="alert"
            className="flex shrink-0 items-center gap-3 border-line border-b bg-danger-ground px-3 py-1.5 text-danger"
          >
            <span className="grow">{now.unanswered.words}</span>
            <Button size="sm" variant="quiet" onClick={session.dismiss}>
              Dismiss
            </Button>
          </p>
        )}
        <RunLine now={now} />
        <div ref={box} tabIndex={-1} className="-outline-offset-2 flex min-h-0 grow flex-col">
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
              table={table}
              commands={commands}
              chosen={chosen?.ranges ?? NO_RANGES}
            />
          )}
        </div>
      </div>
      {detail !== null && listed !== null && (
        <aside
          ref={evidence}
          tabIndex={-1}
          aria-label="Evidence"
          className="-outline-offset-2 min-h-0 shrink-0 overflow-auto border-line border-t max-lg:max-h-[45vh] lg:w-80 lg:border-t-0 lg:border-l 2xl:w-[26rem]"
        >
          <EvidencePanel
            mismatch={detail.mismatch}
            aside={detail.aside}
            mayOpen={mayOpen}
            onClose={close}
            onSetAside={() => aside.ask({ at: detail.at })}
            onTakeBack={() => aside.takeBack(detail.at)}
          />
        </aside>
      )}
      <AsideDialog
        open={aside.asked !== null}
        count={aside.asked === 'chosen' ? selection.count : 1}
        focusAfter={aside.focusAfter}
        onClose={aside.cancel}
        onSetAside={aside.setAside}
      />
    </div>
  )
}

function saveJson(name: string, of: unknown): void {
  saveFile(`${name}.json`, new Blob([`${JSON.stringify(of, null, 2)}\n`]))
}

const NO_RANGES: Chosen['ranges'] & object = []

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
