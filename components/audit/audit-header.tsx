'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { formatInstant, type Zone } from '@/lib/format/instant'
import type { AuditState } from '@/lib/url/audit-url'
import type { EventCounts } from './event-list'
import { counted } from './event-words'
import { countWords, isPartial, readWords } from './gather-words'
import type { UsedGathering } from './use-gather'

type AuditHeaderProps = {
  used: UsedGathering
  /** Whether Focus was asked as well as the ledger. */
  focusAsked: boolean
  counts: EventCounts
  /** Rows the table shows, when the span or a finding narrows them. */
  shown: number
  state: AuditState
  onAsk: (next: Partial<AuditState>) => void
  zone: Zone
  /** What stands at its end. */
  children: ReactNode
}

/** How much there is, how much of it was read, and what narrows the table. */
export function AuditHeader(props: AuditHeaderProps) {
  const { used, focusAsked, counts, shown, state, onAsk, zone, children } = props
  const { gathering, stale, cancel, again } = used
  const { progress } = gathering
  const going = gathering.state === 'waiting' || gathering.state === 'gathering'
  const known = gathering.events.length > 0 || gathering.state === 'ended'
  const partial = progress !== null && !going && isPartial(progress, focusAsked)
  return (
    <div className="border-line border-b">
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 text-[12px] text-muted">
        <p role="status" className="min-w-0">
          {known && (
            <span className="font-semibold text-ink tabular-nums">{countWords(counts)}</span>
          )}
          {progress !== null && (
            <span className={partial ? 'ml-3 text-external' : 'ml-3'}>
              {readWords(progress, focusAsked, !going)}
            </span>
          )}
          {stale
            ? ` · ${staleWords(going, gathering.askedUtc, zone)}`
            : brokenWords(gathering.state, known)}
        </p>
        {going && !stale && (
          <Button size="sm" variant="quiet" disabled={gathering.askedUtc === ''} onClick={cancel}>
            Cancel
          </Button>
        )}
        {gathering.state === 'cancelled' && (
          <Button size="sm" variant="quiet" onClick={again}>
            Read anew
          </Button>
        )}
        {gathering.state === 'ended' && !focusAsked && (
          <Button size="sm" variant="quiet" onClick={() => onAsk({ focus: true })}>
            Ask Focus as well
          </Button>
        )}
        {gathering.state === 'ended' && (
          <Button
            size="sm"
            variant="quiet"
            title={`Read at ${formatInstant(gathering.askedUtc, zone, 'time')}`}
            onClick={again}
          >
            Read anew
          </Button>
        )}
        <div className="ml-auto flex items-center gap-3">{children}</div>
      </div>
      {(state.span !== null || state.finding !== null) && (
        <p className="flex flex-wrap items-center gap-2 px-4 pb-1.5 text-[12px] text-muted">
          <span className="text-ink tabular-nums">
            {shown.toLocaleString('en-GB')} of {counted(counts.accesses, 'access', 'accesses')}{' '}
            shown
          </span>
          {state.span !== null && (
            <Narrowing
              words={`${formatInstant(state.span.from, zone, 'minute')} to ${formatInstant(state.span.to, zone, 'minute')}`}
              remove="Show the whole time range"
              onRemove={() => onAsk({ span: null })}
            />
          )}
          {state.finding !== null && (
            <Narrowing
              words="the rows of one finding"
              remove="Show all rows, not only those of the finding"
              onRemove={() => onAsk({ finding: null })}
            />
          )}
        </p>
      )}
      {going && <GatherBar used={used} />}
    </div>
  )
}

function staleWords(going: boolean, readUtc: string, zone: Zone): string {
  if (going) return 'of the question before, while the new one is on its way'
  return `as read at ${formatInstant(readUtc, zone, 'time')}; nothing came of reading it anew`
}

function brokenWords(state: UsedGathering['gathering']['state'], known: boolean): string {
  if (state === 'cancelled') return ' · cancelled, so there may be more'
  return state === 'failed' && known ? ' · it broke off, so there may be more' : ''
}

type NarrowingProps = { words: string; remove: string; onRemove: () => void }

function Narrowing({ words, remove, onRemove }: NarrowingProps) {
  return (
    <span className="inline-flex h-6 items-center rounded bg-accent-ground pl-2 text-ink tabular-nums">
      {words}
      <button
        type="button"
        aria-label={remove}
        title={remove}
        onClick={onRemove}
        className="inline-flex size-6 items-center justify-center rounded text-muted hover:text-ink"
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  )
}

/** How far the reading is, as a hairline: the words beside the counts say the same. */
function GatherBar({ used }: { used: UsedGathering }) {
  const { progress } = used.gathering
  const done = progress?.recordings ? progress.read + progress.refused + progress.failed : 0
  const percent = progress?.recordings ? Math.min(100, (done / progress.recordings) * 100) : null
  return (
    <div aria-hidden className="after-300ms -mb-px h-0.5 w-full overflow-hidden">
      <div
        className="h-full bg-accent transition-[width]"
        style={{ width: percent === null ? '8%' : `${Math.max(2, percent)}%` }}
      />
    </div>
  )
}
