'use client'

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { reportHeard } from '@/lib/query/heard'
import { audioUrl } from '@/lib/query/media'
import { mediaProblem } from '@/lib/query/media-problem'
import { createPlayer, type Player, type PlayerOptions } from './player'
import type { PlayerState } from './player-state'
import { readRemembered } from './remembered'

type UsePlayer = {
  recordingId: number
  durationMs: number | null
  startAt?: { atMs: number; toMs?: number } | undefined
  beforePlay: PlayerOptions['beforePlay']
}

/** The player of one recording, for as long as the component is on screen; give it a key of the recording. */
export function usePlayer({ recordingId, durationMs, startAt, beforePlay }: UsePlayer): Player {
  const asked = useRef(beforePlay)
  const [player] = useState(() =>
    createPlayer({
      source: (as, of) => audioUrl(recordingId, { as, ...of }),
      askProblem: (as, of, signal) => mediaProblem(recordingId, { as, ...of }, signal),
      report: (report) => reportHeard(recordingId, report),
      newId: () => crypto.randomUUID(),
      beforePlay: (refused) => asked.current(refused),
      durationMs,
      startAt,
      speed: readRemembered('speed'),
      skipSilence: readRemembered('skip-silence'),
    }),
  )
  useEffect(() => {
    asked.current = beforePlay
  }, [beforePlay])
  useEffect(() => {
    if (durationMs !== null) player.hintDuration(durationMs)
  }, [player, durationMs])
  useEffect(() => tellWhenGone(player), [player])
  return player
}

/** A page that is hidden may never be seen again, and one that is closed certainly not. */
function tellWhenGone(player: Player): () => void {
  const onHidden = () => {
    if (document.visibilityState === 'hidden') player.tellHeard()
  }
  const onGone = (event: PageTransitionEvent) => {
    // A page that the browser keeps may come back to where it was.
    if (event.persisted) player.tellHeard()
    else player.leave()
  }
  document.addEventListener('visibilitychange', onHidden)
  window.addEventListener('pagehide', onGone)
  return () => {
    document.removeEventListener('visibilitychange', onHidden)
    window.removeEventListener('pagehide', onGone)
  }
}

/** One thing of the player's state; the component is drawn again only when that thing changes. */
export function usePlayerState<T>(player: Player, select: (state: PlayerState) => T): T {
  const snapshot = () => select(player.state())
  return useSyncExternalStore(player.subscribe, snapshot, snapshot)
}
