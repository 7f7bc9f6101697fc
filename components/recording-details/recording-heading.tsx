'use client'

import { clsx } from 'clsx'
import type { Recording } from '@/lib/contract/recording'
import { formatInstant, otherZone } from '@/lib/format/instant'
import { kindLabel } from '@/lib/format/kind'
import { anyMasked } from '@/lib/format/masked'
import { MaskSign } from '../ui/mask-sign'
import { usePreferences } from '../ui/preferences'
import { conversationPieces } from './conversation'

/** Who, with whom, when and how: the head of a recording. */
export function RecordingHeading({ recording }: { recording: Recording }) {
  const { zone } = usePreferences()
  const { startUtc, kind, legalHold } = recording
  return (
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-0.5">
      <h2 className="min-w-0 text-[15px]">
        {anyMasked(recording.parties) && (
          <>
            <MaskSign />{' '}
          </>
        )}
        {conversationPieces(recording).map((piece, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence
            key={index}
            className={clsx(
              piece.side === null && 'text-muted',
              piece.side === 'internal' && 'font-semibold text-internal',
              piece.side === 'external' && 'font-semibold text-external',
            )}
          >
            {piece.text}
          </span>
        ))}
      </h2>
      <p className="text-[12px] text-muted tabular-nums">
        {startUtc === null ? (
          'Start not known'
        ) : (
          <time dateTime={startUtc} title={otherZone(startUtc, zone)}>
            {formatInstant(startUtc, zone, 'minute')}
          </time>
        )}
        {` · ${kindLabel(kind)}`}
        {legalHold === true && <span className="font-semibold text-danger"> · Legal hold</span>}
      </p>
    </div>
  )
}
