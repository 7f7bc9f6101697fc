import type { Listening } from './listening'
import type { createStore, PlayerState } from './player-state'

export type MediaSource = {
  /** The address of the media; loading it is playing it. */
  source: (as: 'wav' | undefined) => string
  /** Why it did not load, null when it does. */
  askProblem: (as: 'wav' | undefined, signal: AbortSignal) => Promise<Error | null>
  /** True when somebody else sees to this failure. */
  takesProblem: (error: Error) => boolean
  listening: Listening
}

type Store = ReturnType<typeof createStore<PlayerState>>

const EVENTS = [
  'loadedmetadata',
  'durationchange',
  'play',
  'playing',
  'pause',
  'ended',
  'waiting',
  'stalled',
  'canplay',
  'seeking',
  'seeked',
  'timeupdate',
  'error',
] as const

/** The wire between a media element and the store: events in, commands out. */
export function wireMedia(store: Store, options: MediaSource, onProgress: (ms: number) => void) {
  const { listening } = options
  let element: HTMLMediaElement | null = null
  let frame = 0
  let wantsToPlay = false
  let resumedOnce = false
  let asking = new AbortController()
  /** Where to begin once the media can be positioned. */
  let pendingMs: number | null = null

  function readPosition(): void {
    if (element === null || pendingMs !== null || element.seeking) return
    const positionMs = element.currentTime * 1000
    hear(element)
    store.set({ positionMs })
    onProgress(positionMs)
  }

  /** What lies between two places is heard when nothing stopped or moved the media in between. */
  function hear(media: HTMLMediaElement): void {
    const placed = pendingMs === null && !media.seeking
    if (placed) listening.at(media.currentTime * 1000)
    if (!placed || media.paused || media.ended) listening.interrupt()
  }

  function onFrame(): void {
    readPosition()
    frame = store.state().playing ? requestAnimationFrame(onFrame) : 0
  }

  function onEvent(event: Event): void {
    if (element === null || event.target !== element) return
    if (event.type === 'error') return void recover(element.error?.code ?? 0)
    if (store.state().phase === 'failed') return
    if (event.type === 'loadedmetadata') onMetadata(element)
    if (event.type === 'durationchange' || event.type === 'loadedmetadata') readDuration(element)
    if (event.type === 'seeking') listening.interrupt()
    if (event.type === 'ended') wantsToPlay = false
    const playing = !element.paused && !element.ended
    if (playing && frame === 0) frame = requestAnimationFrame(onFrame)
    store.set({ playing, waiting: isWaiting(element) })
    readPosition()
    if (event.type === 'ended') listening.tell()
  }

  function isWaiting(media: HTMLMediaElement): boolean {
    if (store.state().phase === 'starting') return true
    return media.seeking || (wantsToPlay && media.readyState < HTMLMediaElement.HAVE_FUTURE_DATA)
  }

  function onMetadata(media: HTMLMediaElement): void {
    if (pendingMs !== null && Math.abs(media.currentTime * 1000 - pendingMs) > 20) {
      media.currentTime = pendingMs / 1000
    }
    pendingMs = null
    listening.opened()
    store.set({ phase: 'ready' })
  }

  function readDuration(media: HTMLMediaElement): void {
    // A stream of unknown length says Infinity, and a growing one too little: what the recording says stays then.
    if (Number.isFinite(media.duration) && media.duration > 0) {
      store.set({ durationMs: media.duration * 1000 })
    }
  }

  /** The browser says that loading failed, but not why. */
  async function recover(code: number): Promise<void> {
    if (store.state().phase === 'idle' || element === null || element.error === null) return
    const { as } = store.state()
    store.set({ playing: false, waiting: true })
    asking.abort()
    asking = new AbortController()
    const { signal } = asking
    const error = await options.askProblem(as, signal).catch(() => null)
    if (signal.aborted || element === null) return
    if (error !== null) {
      if (options.takesProblem(error)) return stop()
      return fail({ kind: 'problem', error })
    }
    if (code === MediaError.MEDIA_ERR_NETWORK) {
      if (resumedOnce) return fail({ kind: 'broken-off' })
      resumedOnce = true
      return start()
    }
    if (as === 'wav') return fail({ kind: 'format' })
    store.set({ as: 'wav' })
    start()
  }

  /** As before Play. */
  function stop(): void {
    wantsToPlay = false
    resumedOnce = false
    store.set({ phase: 'idle', failure: null, playing: false, waiting: false })
  }

  function fail(failure: NonNullable<PlayerState['failure']>): void {
    wantsToPlay = false
    resumedOnce = false
    store.set({ phase: 'failed', failure, playing: false, waiting: false })
  }

  function start(): void {
    if (element === null) return
    const { positionMs, as } = store.state()
    listening.interrupt()
    wantsToPlay = true
    pendingMs = positionMs
    store.set({ phase: 'starting', failure: null, waiting: true })
    element.src = options.source(as)
    applySpeed()
    // Before metadata this is where playback begins (HTML, "default playback start position").
    element.currentTime = positionMs / 1000
    play()
  }

  function play(): void {
    wantsToPlay = true
    // A refusal (no gesture, a new load) leaves it paused, and an error comes by its own event.
    element?.play().catch(() => {
      wantsToPlay = false
      if (element !== null && element.error === null) store.set({ playing: false })
    })
  }

  function applySpeed(): void {
    if (element === null) return
    const { speed } = store.state()
    element.preservesPitch = true
    element.defaultPlaybackRate = speed
    element.playbackRate = speed
  }

  return {
    start,
    play,
    applySpeed,
    element: () => element,
    pause(): void {
      wantsToPlay = false
      element?.pause()
    },
    seek(toMs: number): void {
      if (element !== null) hear(element)
      listening.interrupt()
      store.set({ positionMs: toMs })
      if (store.state().phase === 'starting') pendingMs = toMs
      if (element !== null && store.state().phase === 'ready') element.currentTime = toMs / 1000
    },
    attach(next: HTMLMediaElement): () => void {
      element = next
      for (const name of EVENTS) next.addEventListener(name, onEvent)
      return () => {
        for (const name of EVENTS) next.removeEventListener(name, onEvent)
        asking.abort()
        cancelAnimationFrame(frame)
        frame = 0
        hear(next)
        listening.leave()
        element = null
        next.pause()
        // An element keeps downloading until its source is taken away.
        next.removeAttribute('src')
        next.load()
        store.set({ phase: 'idle', playing: false, waiting: false })
      }
    },
  }
}
