'use client'

import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useRemembered } from '@/components/table/use-table-layout'
import type { ListedMismatch } from './mismatch-table'
import type { Reconciliation } from './reconcile-session'
import { type Changes, parseMemory, RUNS_KEPT, rememberRun, setAside, takeBack } from './run-memory'

/** What the newest comparison changed; worked out once, when it is first shown. */
let newest: { comparedUtc: string; changes: Changes } | null = null

/** The mismatches of the chosen kind that a search leaves, what changed since the last run, and what is set aside. */
export function useInbox(now: Reconciliation, kind: string, q: string) {
  const [text, keep] = useRemembered(RUNS_KEPT)
  const memory = useMemo(() => parseMemory(text), [text])
  const { comparedUtc, rows } = now
  if (comparedUtc !== null && newest?.comparedUtc !== comparedUtc) {
    const faults = rows.map(({ kind: of, hash }) => ({ kind: of, hash }))
    const run = rememberRun(memory, faults, comparedUtc)
    newest = { comparedUtc, changes: run.changes }
    queueMicrotask(() => keep(JSON.stringify(run.memory)))
  }
  const changes = newest?.changes ?? null
  const asides = useMemo(() => new Map(memory.asides.map((aside) => [aside.hash, aside])), [memory])
  const counts = useMemo(() => {
    const byKind = new Map<string, number>()
    for (const row of rows)
      if (!asides.has(row.hash)) byKind.set(row.kind, (byKind.get(row.kind) ?? 0) + 1)
    return byKind
  }, [rows, asides])
  const asideCount = useMemo(
    () => rows.filter(({ hash }) => asides.has(hash)).length,
    [rows, asides],
  )
  const sought = useDeferredValue(q.trim().toLowerCase())
  const listed = useMemo(() => {
    const words = sought.split(/\s+/).filter((word) => word !== '')
    return rows
      .filter(
        (row) =>
          (kind === 'aside' ? asides.has(row.hash) : row.kind === kind && !asides.has(row.hash)) &&
          words.every((word) => row.text.includes(word)),
      )
      .map((row): ListedMismatch => ({ ...row, since: changes?.since.get(row.hash) ?? null }))
  }, [rows, kind, asides, sought, changes])
  return {
    listed,
    counts,
    asides,
    asideCount,
    changes,
    putAside: (hashes: readonly string[], reason: string, untilUtc: string) =>
      keep(JSON.stringify(setAside(memory, hashes, reason, untilUtc))),
    takeBack: (hash: string) => keep(JSON.stringify(takeBack(memory, hash))),
  }
}

/** Which of the listed are chosen, by their place in the result; another list begins with none. */
export function useChosen(listed: readonly ListedMismatch[], listKey: string) {
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
