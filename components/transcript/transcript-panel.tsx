'use client'

import { useRef } from 'react'
import type { Recording } from '@/lib/contract/recording'
import type { Transcript, Utterance } from '@/lib/contract/transcript'
import { formatDuration } from '@/lib/format/duration'
import type { TranscriptHeading } from '@/lib/format/transcript-text'
import type { Player } from '../player/player'
import { Button } from '../ui/button'
import { notify } from '../ui/notify'
import { quotation } from './formats'
import { PrintSheet } from './print-sheet'
import type { SelectedSpeech } from './selected-speech'
import { TranscriptList } from './transcript-list'
import type { Find } from './use-find'
import { useSelectedSpeech } from './use-selected-speech'

type TranscriptPanelProps = {
  player: Player
  recording: Pick<Recording, 'direction' | 'parties'>
  transcript: Transcript
  find: Find
  heading: TranscriptHeading
  /** The link to a second, or to a range. */
  linkTo: (atMs: number, toMs?: number) => string
}

/** The transcript: what was said, following what is heard. */
export function TranscriptPanel(props: TranscriptPanelProps) {
  const { player, recording, transcript, find, heading, linkTo } = props
  const root = useRef<HTMLDivElement>(null)
  const selected = useSelectedSpeech(root, transcript.utterances)
  const quote = async (text: string, speaker: string | null, atMs: number, toMs?: number) => {
    await navigator.clipboard.writeText(
      quotation({ text, speaker, atMs, link: linkTo(atMs, toMs) }),
    )
    notify('Quotation copied')
  }
  return (
    <div ref={root} className="flex h-full min-h-0 flex-col">
      {transcript.unreadable > 0 && (
        <p className="border-line border-b px-4 py-1 text-[12px] text-muted">
          {transcript.unreadable === 1
            ? '1 line could not be read.'
            : `${transcript.unreadable} lines could not be read.`}
        </p>
      )}
      <TranscriptList
        player={player}
        recording={recording}
        utterances={transcript.utterances}
        find={find}
        onQuote={(utterance: Utterance) =>
          void quote(utterance.text, utterance.speaker, utterance.startMs)
        }
      />
      {selected !== null && (
        <SelectionBar
          selected={selected}
          onMark={() => player.setRange({ startMs: selected.startMs, endMs: selected.endMs })}
          onQuote={() =>
            void quote(selected.text, selected.speaker, selected.startMs, selected.endMs)
          }
        />
      )}
      <PrintSheet transcript={transcript} heading={heading} />
    </div>
  )
}

type SelectionBarProps = { selected: SelectedSpeech; onMark: () => void; onQuote: () => void }

/** What can be done with the selected words. Pressing keeps them selected. */
function SelectionBar({ selected, onMark, onQuote }: SelectionBarProps) {
  return (
    <div
      role="toolbar"
      aria-label="Selected words"
      className="flex items-center gap-2 border-line border-t px-4 py-1.5"
    >
      <span className="grow text-[12px] text-muted tabular-nums">
        Selected {formatDuration(selected.startMs)} to {formatDuration(selected.endMs)}
      </span>
      <Button size="sm" onMouseDown={(event) => event.preventDefault()} onClick={onQuote}>
        Copy as a quotation
      </Button>
      <Button size="sm" onMouseDown={(event) => event.preventDefault()} onClick={onMark}>
        Mark as range
      </Button>
    </div>
  )
}
