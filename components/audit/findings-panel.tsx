'use client'

import { clsx } from 'clsx'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { Finding } from '@/lib/findings/judge'
import { formatInstant, type Zone } from '@/lib/format/instant'
import { DismissDialog } from './dismiss-dialog'
import type { Findings } from './use-findings'

type FindingsPanelProps = {
  findings: Findings
  /** The rows are still being read. */
  reading: boolean
  /** Something that was asked for is missing from the rows. */
  partial: boolean
  /** The finding whose rows alone are shown. */
  shownKey: string | null
  onShow: (key: string | null) => void
  zone: Zone
}

/** The colour of a finding's weight, beside its sentence. */
export const BARS: Record<Finding['severity'], string> = {
  high: 'bg-danger',
  medium: 'bg-external',
  low: 'bg-line-strong',
}
/** Its weight in words. */
export const WEIGHTS: Record<Finding['severity'], string> = {
  high: 'Serious: ',
  medium: 'Worth a look: ',
  low: 'For completeness: ',
}

/** `3 open in this range`. */
export function findingsWords(findings: Findings, reading: boolean): string {
  if (findings.state === 'failed') return 'not judged'
  if (reading) return 'judged once everything is read'
  if (findings.state === 'waiting') return ''
  return findings.open.length === 0
    ? 'none open in this range'
    : `${findings.open.length} open in this range`
}

/** What deserves a look, in sentences, each with its rows and a way to set it aside. */
export function FindingsPanel(props: FindingsPanelProps) {
  const { findings, reading, partial, shownKey, onShow, zone } = props
  const [dismissing, setDismissing] = useState<Finding | null>(null)
  const { open, dismissed, notes } = findings
  if (findings.state === 'failed')
    return <ProblemNotice error={findings.error} onRetry={findings.retry} />
  if (reading || findings.state === 'waiting')
    return (
      <div className="after-300ms flex flex-col gap-2 px-4 pb-4">
        <Skeleton className="h-4 w-11/12" />
        <Skeleton className="h-4 w-2/3" />
      </div>
    )
  return (
    <>
      <ul>
        {open.map((finding) => (
          <li key={finding.key} className="relative border-line border-b px-4 py-3.5">
            <span
              aria-hidden
              className={clsx('absolute inset-y-3 left-0 w-0.5', BARS[finding.severity])}
            />
            <p className="font-semibold leading-snug">
              <span className="sr-only">{WEIGHTS[finding.severity]}</span>
              {finding.sentence}
            </p>
            {finding.detail !== '' && (
              <p className="mt-1 text-[12px] text-muted">{finding.detail}</p>
            )}
            <div className="mt-2 flex flex-wrap gap-2">
              <Button
                size="sm"
                onClick={() => onShow(shownKey === finding.key ? null : finding.key)}
              >
                {shownKey === finding.key ? 'Show all rows' : 'Show the rows'}
              </Button>
              <Button size="sm" onClick={() => setDismissing(finding)}>
                Dismiss with a reason
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {open.length === 0 && (
        <p className="border-line border-b px-4 pb-3.5 text-muted">
          {dismissed.length === 0
            ? 'No rule found anything in these rows.'
            : 'Everything that was found has been dismissed.'}
        </p>
      )}
      {partial && (
        <p className="border-line border-b px-4 py-2 text-[12px] text-external">
          Judged by what was read; what could not be read may hide more.
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="px-4 pt-2 text-[12px] text-muted">
          {note}
        </p>
      ))}
      {dismissed.length > 0 && <Dismissed dismissed={dismissed} zone={zone} />}
      <DismissDialog finding={dismissing} onClose={() => setDismissing(null)} />
    </>
  )
}

function Dismissed({ dismissed, zone }: { dismissed: Findings['dismissed']; zone: Zone }) {
  return (
    <details className="group border-line border-b px-4 py-2 text-[12px]">
      <summary className="flex min-h-6 cursor-default list-none items-center gap-1 text-muted hover:text-ink">
        <ChevronRight size={13} aria-hidden className="group-open:rotate-90" />
        {dismissed.length} dismissed
      </summary>
      <ul className="mt-1 flex flex-col gap-2 pl-4">
        {dismissed.map(({ finding, dismissal }) => (
          <li key={finding.key}>
            <p className="text-muted">{finding.sentence}</p>
            <p>
              “{dismissal.reason}”{' '}
              <span className="text-muted">
                {dismissal.by}, {formatInstant(dismissal.timeUtc, zone, 'minute')}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
