'use client'

import type { Player } from './player'
import { usePlayerState } from './use-player'

/** What was heard since Play, as a line beneath the waveform. */
export function HeardLayer({ player, durationMs }: { player: Player; durationMs: number }) {
  const heard = usePlayerState(player, (state) => state.heard)
  const share = (ms: number) => `${(Math.min(1, ms / durationMs) * 100).toFixed(3)}%`
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-x-0 bottom-0 h-1">
      {heard.map(({ startMs, endMs }) => (
        <span
          key={startMs}
          data-heard={`${startMs}-${endMs}`}
          style={{ left: share(startMs), width: share(endMs - startMs) }}
          className="absolute inset-y-0 min-w-px rounded-full bg-ink"
        />
      ))}
    </div>
  )
}
