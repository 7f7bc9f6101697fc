'use client'

import { clsx } from 'clsx'
import { Quote } from 'lucide-react'
import { type MouseEvent, memo, useMemo } from 'react'
import type { Side } from '@/lib/contract/party-side'
import type { Utterance } from '@/lib/contract/transcript'
import { formatDuration } from '@/lib/format/duration'
import { formatPhone } from '@/lib/format/phone'
import type { Player } from '../player/player'
import { usePlayerState } from '../player/use-player'
import { IconButton } from '../ui/icon-button'
import { type Hit, placedWords, timeOf } from './find'
import { LOW_CONFIDENCE, segmentsOf } from './segments'

const SPEAKER: Record<Side, string> = { internal: 'text-internal', external: 'text-external' }
const NO_HITS: readonly Hit[] = []

type UtteranceRowProps = {
  utterance: Utterance
  side: Side
  active: boolean
  hits: readonly Hit[] | undefined
  /** The hit stood on, when it is in this row. */
  currentHit: Hit | undefined
  player: Player
  onQuote: (utterance: Utterance) => void
}

/** One utterance: its time, who, and the words. Press a word, or the time, to hear it. */
export const UtteranceRow = memo(function UtteranceRow(props: UtteranceRowProps) {
  const { utterance, side, active, hits = NO_HITS, currentHit, player, onQuote } = props
  const uncertain = utterance.confidence !== null && utterance.confidence < LOW_CONFIDENCE
  const onClick = (event: MouseEvent<HTMLElement>) => {
    // The end of a selection is no wish to go there.
    if (window.getSelection()?.isCollapsed === false) return
    const span = event.target instanceof HTMLElement ? event.target.closest('[data-from]') : null
    const from = span === null ? 0 : Number(span.getAttribute('data-from'))
    player.seek(from === 0 ? utterance.startMs : timeOf(utterance, from))
  }
  return (
    <div
      aria-current={active ? 'true' : undefined}
      className={clsx(
        'group grid grid-cols-[52px_1fr_28px] gap-x-2 rounded-md px-2 py-2',
        active && 'bg-accent-ground',
      )}
    >
      <button
        type="button"
        aria-label={`Go to ${formatDuration(utterance.startMs)}`}
        onClick={() => player.seek(utterance.startMs)}
        className="h-5 justify-self-start rounded text-[12px] text-muted tabular-nums hover:text-ink hover:underline"
      >
        {formatDuration(utterance.startMs)}
      </button>
      <div className="min-w-0 text-sm leading-5.5">
        <div className={clsx('font-semibold text-[12px] leading-5', SPEAKER[side])}>
          {utterance.speaker === null ? 'Unknown' : formatPhone(utterance.speaker)}
          {uncertain && <span className="font-normal text-muted"> · uncertain</span>}
        </div>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button before it does the same by keyboard */}
        <p
          data-utterance=""
          onClick={onClick}
          className={clsx(
            'cursor-text',
            uncertain && 'underline decoration-dotted underline-offset-4',
          )}
        >
          <Words
            utterance={utterance}
            active={active}
            hits={hits}
            currentHit={currentHit}
            player={player}
          />
        </p>
      </div>
      <IconButton
        size="sm"
        label="Copy as a quotation"
        icon={<Quote size={13} aria-hidden />}
        onClick={() => onQuote(utterance)}
        className="opacity-0 focus-visible:opacity-100 group-hover:opacity-100"
      />
    </div>
  )
})

type WordsProps = Pick<UtteranceRowProps, 'utterance' | 'active' | 'currentHit' | 'player'> & {
  hits: readonly Hit[]
}

function Words({ utterance, active, hits, currentHit, player }: WordsProps) {
  const words = useMemo(() => placedWords(utterance), [utterance])
  const segments = useMemo(
    () => segmentsOf(utterance.text, words, hits),
    [utterance.text, words, hits],
  )
  // Only the spoken line follows the playhead word by word.
  const spoken = usePlayerState(player, (state) =>
    active
      ? words.findLastIndex(
          (word) => word.startMs <= state.positionMs && state.positionMs < word.endMs + 250,
        )
      : -1,
  )
  return segments.map((segment) => {
    const word = words[segment.word]
    const low = word?.confidence != null && word.confidence < LOW_CONFIDENCE
    const hit = hits[segment.hit]
    const span = (
      <span
        data-from={segment.from}
        title={low ? 'Uncertain' : undefined}
        className={clsx(
          segment.word !== -1 && segment.word === spoken && 'border-accent border-b-2',
          low && 'underline decoration-dotted decoration-line-strong underline-offset-4',
        )}
      >
        {segment.text}
        {low && <span className="sr-only"> (uncertain)</span>}
      </span>
    )
    if (hit === undefined) return <span key={segment.from}>{span}</span>
    return (
      <mark
        key={segment.from}
        data-current={hit === currentHit ? '' : undefined}
        className={hit === currentHit ? 'outline-2 outline-accent' : undefined}
      >
        {span}
      </mark>
    )
  })
}
