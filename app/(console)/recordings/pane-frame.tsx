'use client'

import type { ReactNode } from 'react'
import type { Player } from '@/components/player/player'
import { usePlayerState } from '@/components/player/use-player'
import { RecordingHeading } from '@/components/recording-details/recording-heading'
import { Kbd } from '@/components/ui/kbd'
import type { Recording } from '@/lib/contract/recording'
import { DownloadButton } from './download-button'
import { RecordingEvidence } from './evidence-button'
import type { RecordingPaneProps } from './recording-pane'
import { RevealButton } from './reveal-button'

type PaneFrameProps = Pick<RecordingPaneProps, 'position' | 'onNext' | 'onPrevious'> & {
  recording: Recording
  /** What stands between the heading and the tabs. */
  children: ReactNode
}

/** The head of the pane: who, when, and where in the list. */
export function PaneHead({ recording, position, onNext, onPrevious, children }: PaneFrameProps) {
  return (
    <div className="flex shrink-0 flex-col gap-3 px-4 pt-3 pb-3">
      <div className="flex items-start gap-3">
        <div className="min-w-0 grow">
          <RecordingHeading recording={recording} />
        </div>
        <DownloadButton recording={recording} />
        <RevealButton recording={recording} />
        <RecordingEvidence recording={recording} />
        {position !== undefined && (
          <div className="flex shrink-0 items-center gap-1.5 text-[12px] text-muted tabular-nums">
            {position.index.toLocaleString('en-GB')}
            {position.total !== null && ` of ${position.total.toLocaleString('en-GB')}`}
            <Step label="Next recording" keys="n" onPress={onNext} />
            <Step label="Previous recording" keys="p" onPress={onPrevious} />
          </div>
        )}
      </div>
      {children}
    </div>
  )
}

type StepProps = { label: string; keys: string; onPress: (() => void) | undefined }

function Step({ label, keys, onPress }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={onPress === undefined}
      onClick={onPress}
      className="inline-flex min-h-6 min-w-6 items-center justify-center rounded hover:bg-sunk disabled:opacity-50"
    >
      <Kbd keys={keys} />
    </button>
  )
}

const KEYS = [
  ['Space', 'play'],
  ['g', 'go to'],
  ['c', 'copy link'],
  ['?', 'all keys'],
] as const

/** What is recorded, and the keys worth knowing. */
export function PaneFoot({ player }: { player: Player }) {
  // Before Play it stands beside the button.
  const begun = usePlayerState(player, (state) => state.phase !== 'idle')
  return (
    <footer className="flex shrink-0 items-center justify-between gap-4 border-line border-t px-4 py-2 text-[12px] text-muted">
      <span>{begun && 'Playing is recorded under your name'}</span>
      <span className="hidden items-center gap-3 @lg:flex">
        {KEYS.map(([keys, word]) => (
          <span key={keys} className="inline-flex items-center gap-1.5">
            <Kbd keys={keys} />
            {word}
          </span>
        ))}
      </span>
    </footer>
  )
}
