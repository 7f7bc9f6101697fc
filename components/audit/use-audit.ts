'use client'

import { useMemo } from 'react'
import { usePreferences } from '@/components/ui/preferences'
import type { AccessEvent } from '@/lib/contract/access-event'
import { type AuditState, toAuditQuery } from '@/lib/url/audit-url'
import { countEvents, shownEvents } from './event-list'
import { isPartial } from './gather-words'
import { timelineRange } from './timeline-range'
import { useAuditState, useSelected } from './use-audit-state'
import { useFindings } from './use-findings'
import { useGather } from './use-gather'
import { useNames } from './use-names'

const NOTHING_ELSE: ReadonlySet<string> = new Set()

/** Says when a question is another one: the same is not asked anew, on whichever page. */
export function gatherKey(
  { by, q, from, to, focus }: Pick<AuditState, 'by' | 'q' | 'from' | 'to' | 'focus'>,
  timeZone: string,
): string {
  return JSON.stringify([by, q, from, to, focus, timeZone])
}

/** The question that the address asks, what was gathered for it, and everything that follows from both. */
export function useAudit() {
  const { zone } = usePreferences()
  const { state, change, arrivals } = useAuditState()
  const [at, select] = useSelected(state, change, arrivals)
  const timeZone = zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone
  const names = useNames(state.q)

  const { by, q, from, to, focus } = state
  const used = useGather(gatherKey(state, timeZone), (nowUtc) =>
    toAuditQuery({ by, q, from, to, focus }, nowUtc, timeZone),
  )
  const { events, askedUtc, progress, state: stage } = used.gathering
  const nowUtc = askedUtc === '' ? new Date().toISOString() : askedUtc
  const asked = useMemo(
    () => toAuditQuery({ by, q, from, to, focus }, nowUtc, timeZone),
    [by, q, from, to, focus, nowUtc, timeZone],
  )
  const focusAsked = asked.focus !== false
  const going = stage === 'waiting' || stage === 'gathering'
  const partial =
    !going && (stage !== 'ended' || (progress !== null && isPartial(progress, focusAsked)))

  const findings = useFindings(going ? null : events, asked.from ?? null, asked.to ?? null)
  const shownFinding = useMemo(() => {
    const all = [...findings.open, ...findings.dismissed.map(({ finding }) => finding)]
    return all.find(({ key }) => key === state.finding) ?? null
  }, [findings.open, findings.dismissed, state.finding])
  const keys = useMemo(() => {
    if (state.finding === null) return null
    // Until it is judged again nobody knows which rows they are: none is better than others.
    return shownFinding === null ? NOTHING_ELSE : new Set(shownFinding.eventKeys)
  }, [state.finding, shownFinding])
  const shown = useMemo(
    () => shownEvents(events, state.span, keys, state.sort),
    [events, state.span, keys, state.sort],
  )
  const range = useMemo(
    () => timelineRange(asked.from ?? null, asked.to ?? null, events, nowUtc),
    [asked.from, asked.to, events, nowUtc],
  )
  const selected = useMemo(
    () => (at === null ? null : (events.find((event) => event.key === at) ?? null)),
    [events, at],
  )
  return {
    state,
    change,
    at,
    select,
    zone,
    timeZone,
    nowUtc,
    names,
    used,
    asked,
    focusAsked,
    going,
    /** More may be there than is shown. */
    partial,
    findings,
    /** The finding whose rows alone are shown. */
    shownFinding,
    /** Rows of the table, in its order. */
    shown,
    range,
    selected,
    counts: useMemo(() => countEvents(events), [events]),
    seenTags: useMemo(() => tagsOf(events), [events]),
  }
}

function tagsOf(events: readonly AccessEvent[]): readonly string[] {
  const tags = new Set<string>()
  for (const event of events) for (const tag of event.call?.tags ?? []) tags.add(tag)
  return [...tags].slice(0, 1000).sort((a, b) => a.localeCompare(b))
}
