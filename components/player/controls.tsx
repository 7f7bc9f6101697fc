'use client'

import { Link2, Pause, Play } from 'lucide-react'
import { formatDuration } from '@/lib/format/duration'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { Kbd } from '../ui/kbd'
import { Tooltip } from '../ui/tooltip'
import { LayersMenu } from './layers-menu'
import type { Player } from './player'
import { remember } from './remembered'
import { type Stretch, skippedAheadMs } from './silence'
import { remainingLabel } from './speed'
import { SpeedControl } from './speed-control'
import { usePlayerState } from './use-player'

type ControlsProps = {
  player: Player
  durationMs: number
  silences: readonly Stretch[]
  silenceThresholdDb: number | null
  /** Why Play cannot be pressed; null when it can. */
  refusal: string | null
  onCopyLink: () => void
}

/** The row beneath the timeline. */
export function Controls(props: ControlsProps) {
  const { player, durationMs, silences, silenceThresholdDb, refusal, onCopyLink } = props
  const playing = usePlayerState(player, (state) => state.playing)
  const idle = usePlayerState(player, (state) => state.phase === 'idle')
  const skipSilence = usePlayerState(player, (state) => state.skipSilence)
  const word = playing ? 'Pause' : 'Play'
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Tooltip
        content={
          <>
            {word}
            <Kbd keys="Space" />
          </>
        }
      >
        <button
          type="button"
          aria-label={word}
          disabled={refusal !== null}
          onClick={player.toggle}
          className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-ink text-page hover:opacity-90 disabled:opacity-40"
        >
          {playing ? (
            <Pause size={16} fill="currentColor" aria-hidden />
          ) : (
            <Play size={16} fill="currentColor" className="ml-0.5" aria-hidden />
          )}
        </button>
      </Tooltip>
      <Clock player={player} durationMs={durationMs} />
      <Waiting player={player} />
      <span className="inline-flex overflow-hidden rounded-md border border-line">
        <SkipButton player={player} byMs={-5_000} label="Back 5 seconds" text="−5" />
        <SkipButton player={player} byMs={5_000} label="Forward 5 seconds" text="+5" />
      </span>
      <SpeedControl player={player} />
      <Tooltip
        content={
          silenceThresholdDb === null
            ? 'Pauses of 1.5 s and more, known once it plays'
            : `Pauses of 1.5 s and more below ${Math.round(silenceThresholdDb)} dB; what is skipped is hatched`
        }
      >
        <Button
          size="sm"
          aria-pressed={skipSilence}
          onClick={() => toggleSkipSilence(player)}
          className="h-7.5 aria-pressed:font-semibold"
        >
          Skip silence
          {skipSilence && silenceThresholdDb !== null && (
            <span className="font-normal text-muted">{Math.round(silenceThresholdDb)} dB</span>
          )}
        </Button>
      </Tooltip>
      <LayersMenu />
      <IconButton
        label="Copy a link to here"
        shortcut="c"
        icon={<Link2 size={15} aria-hidden />}
        onClick={onCopyLink}
      />
      <span className="grow" />
      <span className="text-[12px] text-muted tabular-nums">
        {refusal ?? (idle ? 'Playing is recorded under your name' : null)}
        {refusal === null && !idle && (
          <Remaining player={player} durationMs={durationMs} silences={silences} />
        )}
      </span>
    </div>
  )
}

/** Shared by the button and its key; remembered for the next recording. */
export function toggleSkipSilence(player: Player): void {
  const on = !player.state().skipSilence
  player.setSkipSilence(on)
  remember('skip-silence', on ? 'on' : 'off')
}

function Clock({ player, durationMs }: { player: Player; durationMs: number }) {
  const second = usePlayerState(player, (state) => Math.floor(state.positionMs / 1000))
  return (
    <span className="text-[14px] tabular-nums">
      <span data-testid="position">{formatDuration(second * 1000)}</span>
      <span className="text-muted"> / {formatDuration(durationMs)}</span>
    </span>
  )
}

/** Appears only when the wait can be noticed. */
function Waiting({ player }: { player: Player }) {
  const waiting = usePlayerState(player, (state) => state.waiting)
  return (
    <span role="status" className={waiting ? 'after-300ms text-[12px] text-muted' : 'sr-only'}>
      {waiting ? 'Waiting for audio…' : ''}
    </span>
  )
}

type SkipButtonProps = { player: Player; byMs: number; label: string; text: string }

function SkipButton({ player, byMs, label, text }: SkipButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={() => player.skip(byMs)}
      className="h-7.5 border-line border-l bg-panel px-2.5 tabular-nums first:border-l-0 hover:bg-sunk focus-visible:-outline-offset-2"
    >
      {text}
    </button>
  )
}

type RemainingProps = { player: Player; durationMs: number; silences: readonly Stretch[] }

function Remaining({ player, durationMs, silences }: RemainingProps) {
  const label = usePlayerState(player, (state) => {
    const skippedMs = state.skipSilence ? skippedAheadMs(silences, state.positionMs) : 0
    return remainingLabel(durationMs - state.positionMs - skippedMs, state.speed)
  })
  return label
}
