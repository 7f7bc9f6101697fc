'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Peaks } from '@/lib/contract/peaks'
import type { RecordingDetail } from '@/lib/contract/recording'
import type { Utterance } from '@/lib/contract/transcript'
import { peaksQuery } from '@/lib/query/recordings'
import { Controls } from './controls'
import { GoToDialog } from './go-to-dialog'
import { MediaElement } from './media-element'
import { PlayFailureNotice } from './play-failure-notice'
import type { Player } from './player'
import { usePlayerKeys } from './player-keys'
import { skippedPart } from './silence'
import { Timeline, type TimelineMarks } from './timeline'
import { usePlayerState } from './use-player'
import { Waveform } from './waveform'

/** Finer than any screen is wide, so that peaks are asked for once. */
const POINTS = 4000
const NO_PEAKS: Peaks['silences'] = []

type RecordingPlayerProps = {
  player: Player
  recording: RecordingDetail
  utterances: readonly Utterance[]
  marks: TimelineMarks
  /** Why Play cannot be pressed; null when it can. */
  refusal: string | null
  onCopyLink: () => void
}

/** Timeline, controls and keys of one recording. Before Play it asks the server for nothing. */
export function RecordingPlayer(props: RecordingPlayerProps) {
  const { player, recording, utterances, marks, refusal, onCopyLink } = props
  const [goTo, setGoTo] = useState(false)
  const durationMs = usePlayerState(player, (state) => state.durationMs) ?? 0
  const ready = usePlayerState(player, (state) => state.phase === 'ready')
  const skipSilence = usePlayerState(player, (state) => state.skipSilence)
  const peaks = useQuery({ ...peaksQuery(recording.id, POINTS), enabled: ready }).data
  const silences = peaks?.silences ?? NO_PEAKS
  useEffect(() => player.setSilences(silences), [player, silences])
  const skipped = useMemo(
    () => (skipSilence ? silences.flatMap((silence) => skippedPart(silence) ?? []) : []),
    [skipSilence, silences],
  )
  usePlayerKeys({
    player,
    durationMs,
    mayPlay: refusal === null,
    onGoTo: () => setGoTo(true),
    onCopyLink,
  })
  const drawn = ready && peaks !== undefined && hasWave(peaks) && durationMs > 0 ? peaks : null
  const video = recording.hasVideo === true || recording.mediaType?.startsWith('video/') === true
  return (
    <section aria-label="Player" className="flex flex-col gap-2">
      <MediaElement player={player} video={video} />
      <PlayFailureNotice player={player} />
      {durationMs > 0 && (
        <Timeline
          player={player}
          recording={recording}
          utterances={utterances}
          durationMs={durationMs}
          marks={marks}
          skipped={skipped}
          covered={drawn === null ? 0 : drawn.complete ? 1 : drawn.coveredMs / durationMs}
          waveform={
            drawn !== null && (
              <Waveform
                player={player}
                peaks={drawn}
                durationMs={durationMs}
                recording={recording}
                utterances={utterances}
              />
            )
          }
        />
      )}
      <Controls
        player={player}
        durationMs={durationMs}
        silences={silences}
        silenceThresholdDb={peaks?.silenceThresholdDb ?? null}
        refusal={refusal}
        onCopyLink={onCopyLink}
      />
      {ready && peaks?.unavailable != null && (
        <p className="text-[12px] text-muted">No waveform: {peaks.unavailable}</p>
      )}
      <GoToDialog player={player} durationMs={durationMs} open={goTo} onOpenChange={setGoTo} />
    </section>
  )
}

const hasWave = (peaks: Peaks) => (peaks.channels[0]?.length ?? 0) > 0 && peaks.coveredMs > 0
