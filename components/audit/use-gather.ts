'use client'

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { z } from 'zod'
import type { AuditQuery } from '@/lib/contract/access-event'
import { gatherAudit } from '@/lib/query/audit'
import { type Gathering, GatherRun } from './gather-run'
import { shownGathering } from './shown-gathering'

/** Coming back within this time shows what was gathered before: each gathering is recorded and asks Focus many times. */
const KEEP_MS = 5 * 60_000
type KeyedRun = { key: string; run: GatherRun }
let kept: (KeyedRun & { untilMs: number }) | null = null

const NOTHING: Gathering = {
  state: 'waiting',
  events: [],
  progress: null,
  ledger: null,
  error: null,
  askedUtc: '',
}
const never = () => () => undefined

export type UsedGathering = {
  gathering: Gathering
  /** The rows are those of the reading before: the new one is on its way, or came to nothing. */
  stale: boolean
  cancel: () => void
  /** Asks anew. */
  again: () => void
}

/**
 * Gathers an audit for as long as somebody looks at it. `key` says when the question is another one; `queryOf` makes it at
 * the moment of asking, which "now" in it is.
 */
export function useGather(
  key: string,
  queryOf: (nowUtc: string) => z.input<typeof AuditQuery>,
): UsedGathering {
  const [runs, setRuns] = useState<{ now: KeyedRun | null; before: KeyedRun | null }>({
    now: null,
    before: null,
  })
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the query; a round asks the same again
  useEffect(() => {
    const known = kept
    if (known !== null && known.key === key && round === 0 && Date.now() < known.untilMs) {
      setRuns(({ now }) => ({ now: known, before: now }))
      return
    }
    const askedUtc = new Date().toISOString()
    const run = new GatherRun(gatherAudit, queryOf(askedUtc), askedUtc)
    setRuns(({ now, before }) => ({ now: { key, run }, before: hasRows(now) ? now : before }))
    // Not at once: what is set aside in the same moment must not leave an entry in the ledger.
    const timer = setTimeout(() => {
      void run.start().then(() => {
        const ended = run.read().state === 'ended'
        if (ended) kept = { key, run, untilMs: Date.now() + KEEP_MS }
      })
    }, 0)
    return () => {
      clearTimeout(timer)
      if (run.read().state !== 'ended') run.cancel()
    }
  }, [key, round])

  const now = useSyncExternalStore(
    runs.now?.run.subscribe ?? never,
    runs.now?.run.read ?? (() => NOTHING),
    () => NOTHING,
  )
  const { before } = runs
  return {
    ...shownGathering(
      { key: runs.now?.key ?? key, gathering: now },
      before && { key: before.key, gathering: before.run.read() },
    ),
    cancel: useCallback(() => runs.now?.run.cancel(), [runs.now]),
    again: useCallback(() => {
      kept = null
      setRound((old) => old + 1)
    }, []),
  }
}

function hasRows(asked: KeyedRun | null): boolean {
  return (asked?.run.read().events.length ?? 0) > 0
}
