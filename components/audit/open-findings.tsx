'use client'

import { clsx } from 'clsx'
import Link from 'next/link'
import { useMemo } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { usePreferences } from '@/components/ui/preferences'
import { Skeleton } from '@/components/ui/skeleton'
import { auditHref, DEFAULT_AUDIT, toAuditQuery } from '@/lib/url/audit-url'
import { BARS, WEIGHTS } from './findings-panel'
import { gatherKey } from './use-audit'
import { useFindings } from './use-findings'
import { useGather } from './use-gather'

const SHOWN = 4

/** The worst of what the rules find in the accesses of the Audit page as it comes, each opening its rows there. */
export function OpenFindings() {
  const { zone } = usePreferences()
  const timeZone = zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone
  const used = useGather(gatherKey(DEFAULT_AUDIT, timeZone), (nowUtc) =>
    toAuditQuery(DEFAULT_AUDIT, nowUtc, timeZone),
  )
  const { events, state, error, askedUtc } = used.gathering
  const { from = null, to = null } = useMemo(
    () => toAuditQuery(DEFAULT_AUDIT, askedUtc || new Date().toISOString(), timeZone),
    [askedUtc, timeZone],
  )
  const findings = useFindings(state === 'ended' ? events : null, from, to)
  if (state === 'failed') return <ProblemNotice inline error={error} onRetry={used.again} />
  if (findings.state === 'failed')
    return <ProblemNotice inline error={findings.error} onRetry={findings.retry} />
  if (findings.state === 'waiting') return <Skeleton className="h-16" />
  const { open, dismissed } = findings
  if (open.length === 0)
    return (
      <p className="text-muted">
        {dismissed.length === 0
          ? 'No rule found anything in what was accessed here.'
          : 'Everything that was found has been dismissed.'}
      </p>
    )
  return (
    <>
      <ul className="flex flex-col gap-1">
        {open.slice(0, SHOWN).map((finding) => (
          <li key={finding.key} className="relative pl-2">
            <span
              aria-hidden
              className={clsx('absolute inset-y-1 left-0 w-0.5', BARS[finding.severity])}
            />
            <Link
              href={auditHref({ finding: finding.key })}
              prefetch={false}
              className="line-clamp-2 rounded px-1 py-0.5 leading-snug hover:bg-sunk"
            >
              <span className="sr-only">{WEIGHTS[finding.severity]}</span>
              {finding.sentence}
            </Link>
          </li>
        ))}
      </ul>
      {open.length > SHOWN && (
        <p className="text-[12px] text-muted">
          {SHOWN} of {open.length.toLocaleString('en-GB')} open findings, the worst first.
        </p>
      )}
    </>
  )
}
