'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { AccessEvent } from '@/lib/contract/access-event'
import type { Dismissal } from '@/lib/contract/finding'
import type { Finding } from '@/lib/findings/judge'
import { dismissalsQuery, findingContextQuery } from '@/lib/query/audit'
import { type Judgement, judgeAside } from './judge-aside'

export type Findings = {
  state: 'waiting' | 'ready' | 'failed'
  error: unknown
  retry: () => void
  /** Worst first. */
  open: readonly Finding[]
  dismissed: readonly { finding: Finding; dismissal: Dismissal }[]
  /** What could not be judged, in sentences. */
  notes: readonly string[]
}

const NONE: Judgement = { findings: [], notes: [] }

/**
 * What the rules find in a gathering that has ended (`events` null before). Judged once the page has shown the rows, so that
 * no rule holds up a row. `from` and `to` are the ends of the time range, instants.
 */
export function useFindings(
  events: readonly AccessEvent[] | null,
  from: string | null,
  to: string | null,
): Findings {
  const context = useQuery({ ...findingContextQuery(from, to), enabled: events !== null })
  const dismissals = useQuery(dismissalsQuery())
  const [judged, setJudged] = useState<{ of: unknown; by: unknown; result: Judgement } | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const given = context.data
  useEffect(() => {
    if (events === null || given === undefined) return
    const stop = new AbortController()
    setFailure(null)
    judgeAside(events, given, stop.signal).then(
      (result) => setJudged({ of: events, by: given, result }),
      (error: unknown) => {
        if (!stop.signal.aborted) setFailure(error)
      },
    )
    return () => stop.abort()
  }, [events, given])

  const result =
    judged !== null && judged.of === events && judged.by === given ? judged.result : null
  return useMemo(() => {
    const { findings, notes } = result ?? NONE
    const byKey = new Map((dismissals.data?.dismissals ?? []).map((each) => [each.key, each]))
    const error = context.error ?? dismissals.error ?? failure
    return {
      state:
        error !== null
          ? 'failed'
          : result === null || dismissals.data === undefined
            ? 'waiting'
            : 'ready',
      error,
      retry: () => {
        void context.refetch()
        void dismissals.refetch()
      },
      open: findings.filter(({ key }) => !byKey.has(key)),
      dismissed: findings.flatMap((finding) => {
        const dismissal = byKey.get(finding.key)
        return dismissal === undefined ? [] : [{ finding, dismissal }]
      }),
      notes,
    }
  }, [result, context, dismissals, failure])
}
