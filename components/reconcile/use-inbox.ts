'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useRemembered } from '@/components/table/use-table-layout'
import type { ReconcileSession, Reconciliation } from './reconcile-session'
import { parseMemory, RUNS_KEPT, setAside, takeBack } from './run-memory'
import type { MismatchRow } from './worker-messages'

/** The mismatches of the chosen kind that a search leaves, and what is set aside. */
export function useInbox(now: Reconciliation, session: ReconcileSession, kind: string, q: string) {
  const [text, keep] = useRemembered(RUNS_KEPT)
  const memory = useMemo(() => parseMemory(text), [text])
  const { rows } = now
  const asides = useMemo(() => new Map(memory.asides.map((aside) => [aside.hash, aside])), [memory])
  const { counts, asideCount } = useMemo(() => {
    const byKind = new Map<string, number>()
    let aside = 0
    for (const row of rows) {
      if (asides.has(row.hash)) aside += 1
      else byKind.set(row.kind, (byKind.get(row.kind) ?? 0) + 1)
    }
    return { counts: byKind, asideCount: aside }
  }, [rows, asides])
  const found = useFound(session, rows, q)
  const listed = useMemo(
    () =>
      rows.filter(
        (row) =>
          (kind === 'aside' ? asides.has(row.hash) : row.kind === kind && !asides.has(row.hash)) &&
          (found === null || found.has(row.at)),
      ),
    [rows, kind, asides, found],
  )
  return {
    listed,
    counts,
    asides,
    asideCount,
    putAside: (hashes: readonly string[], reason: string, untilUtc: string) =>
      keep(JSON.stringify(setAside(memory, hashes, reason, untilUtc))),
    takeBack: (hash: string) => keep(JSON.stringify(takeBack(memory, hash))),
  }
}

/** The places of what has the words of the search; null while nothing is searched. The worker looks: many rows take their time. */
function useFound(
  session: ReconcileSession,
  rows: readonly MismatchRow[],
  q: string,
): ReadonlySet<number> | null {
  const [found, setFound] = useState<ReadonlySet<number> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another result is searched anew
  useEffect(() => {
    const words = q
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
    if (words.length === 0) return setFound(null)
    let wanted = true
    void session.search(words).then((at) => {
      if (wanted) setFound(new Set(at))
    })
    return () => {
      wanted = false
    }
  }, [session, rows, q])
  return q.trim() === '' ? null : found
}

/** Which of the listed are chosen, by their place in the result; another list begins with none. */
export function useChosen(listed: readonly MismatchRow[], listKey: string) {
  const [state, setState] = useState<{ listKey: string; chosen: ReadonlySet<number> }>({
    listKey,
    chosen: new Set(),
  })
  const anchor = useRef<number | null>(null)
  if (state.listKey !== listKey) setState({ listKey, chosen: new Set() })
  const check = useCallback(
    (index: number, range: boolean) => {
      const from = range && anchor.current !== null ? anchor.current : index
      anchor.current = index
      const some = listed
        .slice(Math.min(from, index), Math.max(from, index) + 1)
        .map((row) => row.at)
      setState((before) => {
        const chosen = new Set(before.chosen)
        for (const at of some) {
          if (!range && chosen.has(at)) chosen.delete(at)
          else chosen.add(at)
        }
        return { ...before, chosen }
      })
    },
    [listed],
  )
  const clear = useCallback(() => setState({ listKey, chosen: new Set() }), [listKey])
  return { chosen: state.chosen, check, clear }
}
