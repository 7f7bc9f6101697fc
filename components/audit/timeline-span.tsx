'use client'

import { clsx } from 'clsx'
import type { KeyboardEvent } from 'react'
import { formatInstant, type Zone } from '@/lib/format/instant'
import type { TimeSpan } from '@/lib/url/audit-url'

type TimelineSpanProps = {
  range: { fromMs: number; toMs: number }
  span: TimeSpan | null
  onSpanChange: (span: TimeSpan | null) => void
  zone: Zone
}

const STEPS = 200
const SHIFT_STEPS = 20

/** The stretch that was taken, and its two ends, each a slider for the keyboard: arrows move it, Escape lets go. */
export function TimelineSpan({ range, span, onSpanChange, zone }: TimelineSpanProps) {
  const { fromMs, toMs } = range
  const lengthMs = Math.max(1, toMs - fromMs)
  const start = span === null ? fromMs : Date.parse(span.from)
  const end = span === null ? toMs : Date.parse(span.to)
  const percent = (ms: number) => Math.min(100, Math.max(0, ((ms - fromMs) / lengthMs) * 100))
  const move = (which: 'start' | 'end') => (event: KeyboardEvent) => {
    if (event.key === 'Escape' && span !== null) {
      event.preventDefault()
      event.stopPropagation()
      onSpanChange(null)
      return
    }
    const stepMs = (lengthMs / STEPS) * (event.shiftKey ? SHIFT_STEPS : 1)
    const at = which === 'start' ? start : end
    const wanted =
      event.key === 'ArrowLeft' || event.key === 'ArrowDown'
        ? at - stepMs
        : event.key === 'ArrowRight' || event.key === 'ArrowUp'
          ? at + stepMs
          : event.key === 'Home'
            ? fromMs
            : event.key === 'End'
              ? toMs
              : null
    if (wanted === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const leastMs = lengthMs / STEPS
    const next =
      which === 'start'
        ? [Math.max(fromMs, Math.min(wanted, end - leastMs)), end]
        : [start, Math.min(toMs, Math.max(wanted, start + leastMs))]
    const [from = fromMs, to = toMs] = next.map(Math.round)
    const whole = from <= fromMs && to >= toMs
    onSpanChange(
      whole ? null : { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
    )
  }
  const handle = (which: 'start' | 'end', ms: number) => (
    <div
      role="slider"
      tabIndex={0}
      aria-label={which === 'start' ? 'Beginning of the time shown' : 'End of the time shown'}
      aria-valuemin={Math.round(fromMs / 1000)}
      aria-valuemax={Math.round(toMs / 1000)}
      aria-valuenow={Math.round(ms / 1000)}
      aria-valuetext={formatInstant(new Date(ms).toISOString(), zone, 'full')}
      onKeyDown={move(which)}
      className={clsx(
        'pointer-events-none absolute -inset-y-1 w-0.5 -translate-x-1/2 rounded bg-accent',
        span === null && 'opacity-0 focus-visible:opacity-100',
      )}
      style={{ left: `${percent(ms)}%` }}
    />
  )
  return (
    <>
      {span !== null && (
        <div
          aria-hidden
          className="pointer-events-none absolute -inset-y-1 bg-accent/12"
          style={{ left: `${percent(start)}%`, width: `${percent(end) - percent(start)}%` }}
        />
      )}
      {handle('start', start)}
      {handle('end', end)}
    </>
  )
}
