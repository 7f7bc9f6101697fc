'use client'

import { usePreferences } from '@/components/ui/preferences'
import { formatInstant } from '@/lib/format/instant'
import type { Reconciliation } from './reconcile-session'

/** What was compared, and what changed since the last run. */
export function RunLine({ now }: { now: Reconciliation }) {
  const { zone } = usePreferences()
  const { changes } = now
  return (
    <p
      role="status"
      className="flex shrink-0 flex-wrap gap-x-4 border-line border-b px-3 py-1.5 text-[12px] text-muted"
    >
      <span>{now.table?.fileName} never left this browser</span>
      {now.asidesLost && (
        <span className="text-danger">
          More is set aside than this browser keeps: it returns with the next run.
        </span>
      )}
      {!now.whole && (
        <span className="text-danger">
          Focus’s directory was not read whole: more may be missing.
        </span>
      )}
      {now.unreadableInFocus > 0 && (
        <span className="text-danger">
          {now.unreadableInFocus.toLocaleString('en-GB')}{' '}
          {now.unreadableInFocus === 1 ? 'row' : 'rows'} of Focus could not be read: whoever stands
          there seems to be missing.
        </span>
      )}
      {now.runLost && (
        <span className="text-danger">
          More was found than this browser keeps: the next run cannot say what changed.
        </span>
      )}
      <span>
        {changes === null
          ? 'not compared with the last run'
          : changes.lastUtc === null
            ? 'the first run in this browser'
            : `since ${formatInstant(changes.lastUtc, zone, 'minute')}: ${changes.added} new, ${changes.stillThere} still there, ${changes.gone} gone, ${changes.returned} returned`}
      </span>
    </p>
  )
}
