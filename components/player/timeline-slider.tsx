'use client'

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { formatDuration, spokenDuration } from '@/lib/format/duration'
import type { Player } from './player'
import type { Stretch } from './silence'
import { spokenPosition } from './spoken-position'
import { TimeBubble } from './time-bubble'
import { usePlayerState } from './use-player'

/** While it plays the spoken value moves in such steps, so that a screen reader does not talk over the call. */
const SPOKEN_STEP_MS = 15_000
const LEAST_RANGE_MS = 500

type TimelineSliderProps = {
  player: Player
  durationMs: number
  speakersAt: (ms: number) => readonly string[]
}

/**
 * The waveform as a slider, for pointer, keyboard and screen reader. Press or drag to go somewhere; with Shift, drag to
 * mark a range.
 */
export function TimelineSlider({ player, durationMs, speakersAt }: TimelineSliderProps) {
  const [hoverMs, setHoverMs] = useState<number | null>(null)
  const dragged = useRef<{ fromMs: number; marks: boolean } | null>(null)
  usePlayerState(player, (state) => state.jumps)
  const positionMs = usePlayerState(player, (state) =>
    state.playing
      ? Math.floor(state.positionMs / SPOKEN_STEP_MS) * SPOKEN_STEP_MS
      : state.positionMs,
  )

  const msAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - box.left) / Math.max(1, box.width)
    return Math.min(1, Math.max(0, share)) * durationMs
  }

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const fromMs = msAt(event)
    dragged.current = { fromMs, marks: event.shiftKey }
    if (!event.shiftKey) player.seek(fromMs)
  }

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const ms = msAt(event)
    setHoverMs(ms)
    if (dragged.current === null) return
    if (!dragged.current.marks) return player.seek(ms)
    const range = stretchOf(dragged.current.fromMs, ms)
    if (range.endMs - range.startMs >= LEAST_RANGE_MS) player.setRange(range, { move: false })
  }

  const onPointerUp = () => {
    const { range } = player.state()
    if (dragged.current?.marks && range !== null) player.setRange(range)
    dragged.current = null
  }

  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label="Position in the recording"
        aria-valuemin={0}
        aria-valuemax={Math.round(durationMs / 1000)}
        aria-valuenow={Math.round(positionMs / 1000)}
        aria-valuetext={spokenPosition(
          { atMs: positionMs, durationMs, speakers: speakersAt(positionMs) },
          spokenDuration,
        )}
        className="absolute inset-0 z-20 cursor-crosshair touch-none rounded-sm"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
        onPointerLeave={() => setHoverMs(null)}
        onKeyDown={(event) => onSliderKey(event, player, durationMs)}
      />
      {hoverMs !== null && (
        <div aria-hidden="true" className="pointer-events-none absolute inset-0 z-10">
          <span
            style={{ left: `${(hoverMs / durationMs) * 100}%` }}
            className="absolute inset-y-0 w-px bg-line-strong"
          />
          <TimeBubble at={`${(hoverMs / durationMs) * 100}%`} className="top-1 z-30">
            {formatDuration(hoverMs)}
          </TimeBubble>
        </div>
      )}
    </>
  )
}

const stretchOf = (a: number, b: number): Stretch => ({
  startMs: Math.min(a, b),
  endMs: Math.max(a, b),
})

/** The keys every slider has; the rest of the player's keys work here as everywhere. */
function onSliderKey(event: KeyboardEvent, player: Player, durationMs: number): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const steps: Record<string, number> = {
    ArrowLeft: event.shiftKey ? -15_000 : -5_000,
    ArrowDown: -5_000,
    ArrowRight: event.shiftKey ? 15_000 : 5_000,
    ArrowUp: 5_000,
    PageDown: -60_000,
    PageUp: 60_000,
  }
  const step = steps[event.key]
  if (step !== undefined) player.skip(step)
  else if (event.key === 'Home') player.seek(0)
  else if (event.key === 'End') player.seek(durationMs)
  else return
  event.preventDefault()
}
