'use client'

import type { z } from 'zod'
import { shownReading } from '@/components/list/shown-reading'
import { ReadingKind, useReading } from '@/components/list/use-reading'
import type { AuditQuery } from '@/lib/contract/access-event'
import { gatherAudit } from '@/lib/query/audit'
import { type Gathering, GatherRun } from './gather-run'

const NOTHING: Gathering = {
  state: 'waiting',
  events: [],
  progress: null,
  ledger: null,
  error: null,
  askedUtc: '',
}
const hasRows = ({ events }: Gathering) => events.length > 0
const GATHERING = new ReadingKind(NOTHING, hasRows)

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
  const { now, before, cancel, again } = useReading(
    GATHERING,
    key,
    (askedUtc) => new GatherRun(gatherAudit, queryOf(askedUtc), askedUtc),
  )
  const { shown, stale } = shownReading(now, before, hasRows)
  return { gathering: shown, stale, cancel, again }
}
