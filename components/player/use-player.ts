'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { audioUrl } from '@/lib/query/media'
import { mediaProblem } from '@/lib/query/media-problem'
import { createPlayer, type Player } from './player'
import type { PlayerState } from './player-state'
import { readRemembered } from './remembered'

type UsePlayer = {
  recordingId: number
  durationMs: number | null
  startAt?: { atMs: number; toMs?: number } | undefined
}

/** The player of one recording, for as long as the component is on screen; give it a key of the recording. */
export function usePlayer({ recordingId, durationMs, startAt }: UsePlayer): Player {
  const [player] = useState(() =>
    createPlayer({
      source: (as) => audioUrl(recordingId, as),
      askProblem: (as, signal) => mediaProblem(recordingId, as, signal),
      durationMs,
      startAt,
      speed: readRemembered('speed'),
      skipSilence: readRemembered('skip-silence'),
    }),
  )
  useEffect(() => {
    if (durationMs !== null) player.hintDuration(durationMs)
  }, [player, durationMs])
  return player
}

/** One thing of the player's state; the component is drawn again only when that thing changes. */
export function usePlayerState<T>(player: Player, select: (state: PlayerState) => T): T {
  const snapshot = () => select(player.state())
  return useSyncExternalStore(player.subscribe, snapshot, snapshot)
}
