import type { AccessEvent } from '@/lib/contract/access-event'
import type { Interval } from '@/lib/contract/ledger'
import { exactDuration, formatDuration } from '@/lib/format/duration'

/** What was heard in words: `0:00–6:55, 14:02–17:10`. */
export function heardWords(heard: readonly Interval[]): string {
  return heard
    .map(({ startMs, endMs }) => `${formatDuration(startMs)}–${formatDuration(endMs)}`)
    .join(', ')
}

/** What a cell or a file says where only Focus knows of a play: it times nobody. */
export const NOT_TIMED = 'not known'

/** How long was heard, in milliseconds; `unknown` where nobody timed it, null for what cannot be heard. */
export function heardInAll(
  event: Pick<AccessEvent, 'action' | 'decision' | 'seenIn' | 'heardMs'>,
): number | 'unknown' | null {
  if (event.action !== 'play' || event.decision === 'refused') return null
  return event.seenIn === 'focus' ? 'unknown' : event.heardMs
}

/** The length that a bar of what was heard stands for: the call's own, or as far as anything was heard. */
export function barLengthMs(event: Pick<AccessEvent, 'heard' | 'call'>): number {
  const reach = event.heard.reduce((most, { endMs }) => Math.max(most, endMs), 0)
  return Math.max(event.call?.durationMs ?? 0, reach)
}

/** Which seconds, on the whole length of the call. */
export function HeardBar({ heard, lengthMs }: { heard: readonly Interval[]; lengthMs: number }) {
  return (
    <span aria-hidden className="relative h-1.5 w-full overflow-hidden rounded-full bg-sunk">
      {lengthMs > 0 &&
        heard.map(({ startMs, endMs }) => (
          <span
            key={startMs}
            className="absolute inset-y-0 min-w-0.5 rounded-[2px] bg-internal"
            style={{
              left: `${(startMs / lengthMs) * 100}%`,
              width: `${((endMs - startMs) / lengthMs) * 100}%`,
            }}
          />
        ))}
    </span>
  )
}

/** The cell: which seconds, and how long in all. Empty for what cannot be heard. */
export function Heard({ event }: { event: AccessEvent }) {
  const ms = heardInAll(event)
  if (ms === null) return null
  if (ms === 'unknown') return <span className="text-muted">{NOT_TIMED}</span>
  return (
    <span
      className="grid w-full grid-cols-[minmax(2.5rem,1fr)_5.25rem] items-center gap-2"
      title={event.heard.length === 0 ? 'Nothing was heard' : heardWords(event.heard)}
    >
      <HeardBar heard={event.heard} lengthMs={barLengthMs(event)} />
      <span className="text-right text-muted tabular-nums">{exactDuration(ms)}</span>
    </span>
  )
}
