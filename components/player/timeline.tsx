'use client'

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Recording } from '@/lib/contract/recording'
import type { Utterance } from '@/lib/contract/transcript'
import { formatDuration } from '@/lib/format/duration'
import { formatInstant } from '@/lib/format/instant'
import { usePreferences } from '../ui/preferences'
import { Hatch } from './hatch'
import { HeardLayer } from './heard-layer'
import { MarkerLayer } from './marker-layer'
import type { Player } from './player'
import { useLayers } from './remembered'
import { rulerMarks } from './ruler'
import { joined, overlapsOf, speechLanes } from './speech'
import { SpeechMap } from './speech-map'
import { TimeBubble } from './time-bubble'
import { TimelineSlider } from './timeline-slider'
import { usePlayerState } from './use-player'

/** Room for the waveform or the speech map, the same for both so that nothing jumps. */
export const WAVE_HEIGHT = 116

export type TimelineMarks = { comments: readonly number[]; hits: readonly number[] }

type TimelineProps = {
  player: Player
  recording: Recording
  utterances: readonly Utterance[]
  durationMs: number
  marks: TimelineMarks
  skipped: readonly { startMs: number; endMs: number }[]
  /** How far the waveform reaches, 0 to 1; the speech map stands beyond. */
  covered: number
  waveform: ReactNode
}

/** Speech map or waveform, layers, playhead, ruler and speech strip: everything drawn over time. */
export function Timeline(props: TimelineProps) {
  const { player, recording, utterances, durationMs, marks, skipped, covered, waveform } = props
  const root = useRef<HTMLDivElement>(null)
  const widthPx = useWidth(root)
  const layers = useLayers()
  const idle = usePlayerState(player, (state) => state.phase === 'idle')
  const range = usePlayerState(player, (state) => state.range)
  const lanes = useMemo(() => speechLanes(recording, utterances), [recording, utterances])
  // Overlaps too short to be seen at this length are drawn as part of their neighbours.
  const overlaps = useMemo(() => joined(overlapsOf(lanes), durationMs / 1500), [lanes, durationMs])
  const speakersAt = (ms: number) =>
    lanes
      .filter((lane) => lane.stretches.some(({ startMs, endMs }) => startMs <= ms && ms < endMs))
      .map((lane) => lane.speaker)

  useEffect(() => {
    const move = () => {
      const share = Math.min(1, player.state().positionMs / durationMs)
      root.current?.style.setProperty('--at', `${share * 100}%`)
    }
    move()
    return player.subscribe(move)
  }, [player, durationMs])

  const beyond = `inset(0 0 0 ${covered * 100}%)`
  const map = { lanes, overlaps, durationMs }
  return (
    <div ref={root} className="relative pt-5 select-none">
      <Playhead player={player} startUtc={recording.startUtc} />
      <div className="relative" style={{ height: WAVE_HEIGHT }}>
        {layers.shows('overlap') && (
          <Hatch
            stretches={overlaps}
            durationMs={durationMs}
            lean="right"
            className="text-overlap opacity-25"
          />
        )}
        {layers.shows('silence') && (
          <Hatch
            stretches={skipped}
            durationMs={durationMs}
            lean="left"
            className="text-line-strong opacity-40"
          />
        )}
        <div style={{ clipPath: beyond }} className="absolute inset-0">
          <SpeechMap
            {...map}
            thickness={0.42}
            className={`absolute inset-0 size-full ${idle ? '' : 'opacity-38'}`}
          />
          {!idle && (
            <div className="absolute inset-0 [clip-path:inset(0_calc(100%-var(--at,0%))_0_0)]">
              <SpeechMap {...map} thickness={0.42} className="size-full" />
            </div>
          )}
        </div>
        <div
          style={{ clipPath: `inset(0 ${(1 - covered) * 100}% 0 0)` }}
          className="absolute inset-0"
        >
          {waveform}
        </div>
        {layers.shows('heard') && <HeardLayer player={player} durationMs={durationMs} />}
        <MarkerLayer marks={marks} durationMs={durationMs} range={range} shows={layers.shows} />
      </div>
      <div aria-hidden="true" className="relative h-5 text-[11px] text-muted tabular-nums">
        {rulerMarks(durationMs, widthPx).map((ms, index, all) => (
          <span
            key={ms}
            style={{ left: `${(ms / durationMs) * 100}%` }}
            className={`absolute top-0.5 ${index === 0 ? '' : index === all.length - 1 ? '-translate-x-full' : '-translate-x-1/2'}`}
          >
            {formatDuration(ms)}
          </span>
        ))}
      </div>
      <div className="relative h-3.5 rounded-sm border border-line">
        <SpeechMap {...map} thickness={0.5} className="absolute inset-0 size-full opacity-60" />
      </div>
      <div
        aria-hidden="true"
        className="pointer-events-none absolute top-4 bottom-0 left-(--at,0%) z-10 -ml-px w-0.5 bg-ink"
      />
      <div className="absolute inset-x-0 top-5 bottom-0">
        <TimelineSlider player={player} durationMs={durationMs} speakersAt={speakersAt} />
      </div>
    </div>
  )
}

/** The time of day at the playhead, in the reader's zone; the time itself where the start is not known. */
function Playhead({ player, startUtc }: { player: Player; startUtc: string | null }) {
  const { zone } = usePreferences()
  const second = usePlayerState(player, (state) => Math.floor(state.positionMs / 1000))
  const text =
    startUtc === null
      ? formatDuration(second * 1000)
      : formatInstant(new Date(Date.parse(startUtc) + second * 1000).toISOString(), zone, 'time')
  return (
    <div aria-hidden="true" className="absolute inset-x-0 top-0 h-5">
      <TimeBubble at="var(--at, 0%)" strong className="top-0">
        {text}
      </TimeBubble>
    </div>
  )
}

function useWidth(ref: { current: HTMLElement | null }): number {
  const [widthPx, setWidthPx] = useState(0)
  useEffect(() => {
    const target = ref.current
    if (target === null) return
    const observer = new ResizeObserver(() => setWidthPx(target.clientWidth))
    observer.observe(target)
    return () => observer.disconnect()
  }, [ref])
  return widthPx
}
