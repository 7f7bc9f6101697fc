'use client'

import { useEffect, useMemo, useState } from 'react'
import { noChoice, withPress } from './choice'
import type { ReconcileSession, Reconciliation } from './reconcile-session'
import { RowWindow } from './row-window'
import type { Chosen, Detail } from './worker-messages'

/**
 * A list of the result as the page has it: how long it is, and the rows near the screen. `key` says what it is a list of, and is
 * the same when it is made anew.
 */
export type Listed = { list: number; key: string; kind: string; count: number; rows: RowWindow }

/** For a question that was not answered: the session tells the reader, and what is on screen stays. */
export const toldBySession = (): undefined => undefined

export function listKeyOf(kind: string, q: string): string {
  return `${kind} ${q}`
}

/**
 * The mismatches of the chosen kind that a search leaves. Null until the worker has found those of another kind; while it
 * searches, those of before. Another list, with another number, whenever something is set aside or taken back.
 */
export function useListed(
  { tally }: Reconciliation,
  session: ReconcileSession,
  kind: string,
  q: string,
): Listed | null {
  const [listed, setListed] = useState<Listed | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tally is another list
  useEffect(() => {
    const words = q.toLowerCase().split(/\s+/).filter(Boolean)
    let wanted = true
    void session.ask('list', { kind, words }).then((found) => {
      if (!wanted || found === null) return
      const { list } = found
      const rows = new RowWindow((from, to) => session.ask('rows', { list, from, to }))
      setListed({ ...found, key: listKeyOf(kind, q), kind, rows })
    }, toldBySession)
    return () => {
      wanted = false
    }
  }, [session, tally, kind, q])
  return listed?.kind === kind ? listed : null
}

/** The evidence of the mismatch at this index of the list; null until it has arrived. */
export function useDetail(
  session: ReconcileSession,
  list: number | undefined,
  index: number | null,
): Detail | null {
  const [shown, setShown] = useState<(Detail & { list: number; index: number }) | null>(null)
  useEffect(() => {
    if (list === undefined || index === null) return
    let wanted = true
    void session.ask('detail', { list, index }).then((detail) => {
      if (wanted) setShown(detail && { ...detail, list, index })
    }, toldBySession)
    return () => {
      wanted = false
    }
  }, [session, list, index])
  return shown?.list === list && shown?.index === index ? shown : null
}

/** Which of the listed are chosen, by their places in the result; `listKey` of another list begins with none. */
export function useChosen(session: ReconcileSession, listed: Listed | null, listKey: string) {
  const [state, setState] = useState(() => noChoice(listKey))
  if (state.listKey !== listKey) setState(noChoice(listKey))
  const { ranges } = state
  const list = listed?.list
  useEffect(() => {
    if (list === undefined || ranges.length === 0) return
    let wanted = true
    void session.ask('count', { list, ranges }).then((count) => {
      if (wanted) setState((before) => ({ ...before, count }))
    }, toldBySession)
    return () => {
      wanted = false
    }
  }, [session, list, ranges])
  const check = async (index: number, range: boolean) => {
    if (listed === null) return
    // The row itself may be on its way, after End or far from the screen.
    const row =
      listed.rows.rowAt(index) ??
      (
        await session
          .ask('rows', { list: listed.list, from: index, to: index + 1 })
          .catch(toldBySession)
      )?.[0]
    if (row === undefined) return
    setState((before) => withPress(before, { listKey: listed.key, place: row.at, range }))
  }
  const chosen = useMemo<Chosen | null>(
    () => (list === undefined || ranges.length === 0 ? null : { list, ranges }),
    [list, ranges],
  )
  return { chosen, count: state.count, check, clear: () => setState(noChoice(listKey)) }
}
