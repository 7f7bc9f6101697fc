import { Problem } from '@/lib/problem/problem'
import { createListening, type ReportHeard } from './listening'
import { wireMedia } from './media-wiring'
import { createStore, type PlayerState } from './player-state'
import { type Stretch, skipTarget } from './silence'
import { steppedSpeed } from './speed'

/** So much is heard again after a pause. */
export const REWIND_MS = 1_500
/** This near to the end Play begins again from the start. */
const END_MS = 80
const HEARD_SHOWN_EVERY_MS = 500

/** What Play goes on with: a reason where one was given, or not at all. */
export type Leave = { reasonId?: string } | 'cancelled'

/** Which press of Play a request for the media belongs to, and why it was pressed. */
export type PlayOf = { listening?: string; reason?: string }

export type PlayerOptions = {
  /** The address of the media; loading it is playing it. */
  source: (as: 'wav' | undefined, of: PlayOf) => string
  /** Why it did not load, null when it does. */
  askProblem: (as: 'wav' | undefined, of: PlayOf, signal: AbortSignal) => Promise<Error | null>
  report: ReportHeard
  newId: () => string
  /**
   * Asked at each Play that loads the media. `refused`: the server has refused it for want of a reason. An answer that
   * is no promise keeps Play within the press of the button.
   */
  beforePlay: (refused: boolean) => Leave | Promise<Leave>
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
    heard: [],
    jumps: 0,
  })
  let silences: readonly Stretch[] = []
  /** A range stops playback at its end once; null when it has, or when the reader went elsewhere. */
  let stopAtMs: number | null = startAt?.toMs ?? null
  let pausedAtMs: number | null = null

  let reasonId: string | undefined
  let asking = false
  let refused = false
  let shown = { at: -1, changes: 0 }

  const listening = createListening(options.report, options.newId)
  const playOf = (): PlayOf => {
    const id = listening.id()
    return {
      ...(id !== undefined && { listening: id }),
      ...(reasonId !== undefined && { reason: reasonId }),
    }
  }
  const media = wireMedia(
    store,
    {
      listening,
      askProblem: (as, signal) => options.askProblem(as, playOf(), signal),
      source: (as) => options.source(as, playOf()),
      takesProblem(error) {
        if (!(error instanceof Problem) || error.slug !== 'reason-required') return false
        refused = true
        // The player is idle again by then.
        queueMicrotask(begin)
        return true
      },
    },
    onProgress,
  )

  function begin(): void {
    if (asking) return
    const leave = options.beforePlay(refused)
    if (!(leave instanceof Promise)) {
      start(leave)
      return
    }
    asking = true
    leave
      .then(start, () => undefined)
      .finally(() => {
        asking = false
      })
  }

  function start(leave: Leave): void {
    if (leave === 'cancelled' || media.element() === null) return
    reasonId = leave.reasonId
    refused = false
    listening.begin()
    media.start()
  }

  function showHeard(positionMs: number, playing: boolean): void {
    const at = Math.floor(positionMs / HEARD_SHOWN_EVERY_MS)
    const changes = listening.changes()
    if (changes === shown.changes || (playing && at === shown.at)) return
    shown = { at, changes }
    store.set({ heard: listening.intervals() })
  }

  function onProgress(positionMs: number): void {
    const { skipSilence, playing } = store.state()
    showHeard(positionMs, playing)
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
      begin()
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
    /** The page is hidden or closed: what was heard is told before it is gone. */
    tellHeard: listening.tell,
    leave: listening.leave,
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
