import { type MediaSource, wireMedia } from './media-wiring'
import { createStore, type PlayerState } from './player-state'
import { type Stretch, skipTarget } from './silence'
import { steppedSpeed } from './speed'

/** So much is heard again after a pause. */
export const REWIND_MS = 1_500
/** This near to the end Play begins again from the start. */
const END_MS = 80

export type PlayerOptions = MediaSource & {
  durationMs: number | null
  startAt?: { atMs: number; toMs?: number } | undefined
  speed: number
  skipSilence: boolean
}

/**
 * One recording being played. It owns the media element that is attached to it; nothing is asked of the server before
 * `play()`. Times are milliseconds from the start of the media.
 */
export function createPlayer(options: PlayerOptions) {
  const { startAt } = options
  const store = createStore<PlayerState>({
    phase: 'idle',
    playing: false,
    waiting: false,
    positionMs: startAt?.atMs ?? 0,
    durationMs: options.durationMs,
    speed: options.speed,
    skipSilence: options.skipSilence,
    range: rangeOf(startAt),
    failure: null,
    as: undefined,
    jumps: 0,
  })
  let silences: readonly Stretch[] = []
  /** A range stops playback at its end once; null when it has, or when the reader went elsewhere. */
  let stopAtMs: number | null = startAt?.toMs ?? null
  let pausedAtMs: number | null = null

  const media = wireMedia(store, options, onProgress)

  function onProgress(positionMs: number): void {
    const { skipSilence, playing } = store.state()
    if (!playing) return
    if (stopAtMs !== null && positionMs >= stopAtMs) {
      const endMs = stopAtMs
      stopAtMs = null
      media.pause()
      media.seek(endMs)
      return
    }
    const target = skipSilence ? skipTarget(silences, positionMs) : null
    if (target !== null) media.seek(stopAtMs === null ? target : Math.min(target, stopAtMs))
  }

  function seek(toMs: number): void {
    const { durationMs, jumps } = store.state()
    const target = Math.max(0, durationMs === null ? toMs : Math.min(toMs, durationMs))
    const { range } = store.state()
    if (range !== null && (target < range.startMs || target >= range.endMs)) stopAtMs = null
    pausedAtMs = null
    media.seek(target)
    store.set({ jumps: jumps + 1 })
  }

  function play(): void {
    const { phase, positionMs, durationMs, range } = store.state()
    if (phase === 'idle' || phase === 'failed') {
      media.start()
      return
    }
    if (durationMs !== null && positionMs >= durationMs - END_MS) seek(0)
    else if (pausedAtMs !== null && Math.abs(positionMs - pausedAtMs) < 50) {
      const floor = range !== null && stopAtMs !== null ? range.startMs : 0
      media.seek(Math.max(floor, positionMs - REWIND_MS))
    }
    media.play()
  }

  function pause(): void {
    media.pause()
    pausedAtMs = store.state().positionMs
  }

  return {
    state: store.state,
    subscribe: store.subscribe,
    /** Takes an element over, and gives it back silent and empty. */
    attach: media.attach,
    element: media.element,
    play,
    pause,
    toggle: () => (store.state().playing ? pause() : play()),
    seek,
    skip: (byMs: number) => seek(store.state().positionMs + byMs),
    setSpeed(speed: number) {
      store.set({ speed: steppedSpeed(speed, 0) })
      media.applySpeed()
    },
    setSkipSilence: (skipSilence: boolean) => store.set({ skipSilence }),
    setSilences(next: readonly Stretch[]) {
      silences = next
    },
    /** Marks a range and goes to its start; playing stops at its end once. */
    setRange(range: Stretch | null, { move = true } = {}) {
      store.set({ range })
      stopAtMs = range === null || !move ? null : range.endMs
      if (range !== null && move) seek(range.startMs)
    },
    /** What is known of the length before the media says it. */
    hintDuration(durationMs: number) {
      if (store.state().durationMs === null) store.set({ durationMs })
    },
  }
}

export type Player = ReturnType<typeof createPlayer>

function rangeOf(startAt: PlayerOptions['startAt']): Stretch | null {
  return startAt?.toMs === undefined || startAt.toMs <= startAt.atMs
    ? null
    : { startMs: startAt.atMs, endMs: startAt.toMs }
}
