import { type Clock, systemClock } from './clock'
import type { Media } from './download'
import { FIRST_READER_MS, Playback } from './playing'
import type { Spool } from './spool'

export type PlaybackRequest = {
  recordingId: number
  /** Asks Focus for the media; called once for a play, and once more after a cut. */
  open: (signal: AbortSignal) => Promise<Media>
  /** What the recording's details say of its size; never more than a guess. */
  sizeHint: number | null
  durationHintMs: number | null
  /** The caller's own; when it leaves while Focus has not answered yet, Focus is not kept waiting either. */
  signal?: AbortSignal
}

/** Every playback under way or kept, by recording: one request to Focus however many listen. */
export class Playbacks {
  readonly #spool: Spool
  readonly #idleMs: number
  readonly #clock: Clock
  readonly #current = new Map<number, Playback>()
  readonly #awaited = new Map<number, Set<() => void>>()

  constructor(options: { spool: Spool; idleMs: number; clock?: Clock }) {
    this.#spool = options.spool
    this.#idleMs = options.idleMs
    this.#clock = options.clock ?? systemClock
  }

  /** Gets the playback of a recording or begins one; resolves when Focus has answered its head. */
  async open(request: PlaybackRequest): Promise<Playback> {
    let playback = this.#current.get(request.recordingId)
    if (playback === undefined || playback.spent) {
      // One that failed may still have readers of what arrived: it closes by itself when they leave.
      playback = this.#begin(request)
    }
    const release = playback.hold(request.signal ?? null, FIRST_READER_MS)
    try {
      await playback.opened
      return playback
    } finally {
      release()
    }
  }

  find(recordingId: number): Playback | null {
    return this.#current.get(recordingId) ?? null
  }

  /** Lets go of everything at once. */
  close(): void {
    for (const playback of [...this.#current.values()]) playback.close()
  }

  /** Waits until a recording is being played, up to `ms`; null when it is not. Rejects when `signal` is aborted. */
  async appears(recordingId: number, ms: number, signal: AbortSignal): Promise<Playback | null> {
    signal.throwIfAborted()
    const found = this.find(recordingId)
    if (found) return found
    const waiting = this.#awaited.get(recordingId) ?? new Set()
    this.#awaited.set(recordingId, waiting)
    await this.pause(ms, signal, (wake) => {
      waiting.add(wake)
      return () => {
        waiting.delete(wake)
        if (waiting.size === 0) this.#awaited.delete(recordingId)
      }
    })
    return this.find(recordingId)
  }

  /** Resolves after `ms` or when woken; rejects when `signal` is aborted. */
  pause(
    ms: number,
    signal: AbortSignal,
    listen: (wake: () => void) => () => void = () => () => {},
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => () => {
        stopClock()
        unlisten()
        signal.removeEventListener('abort', left)
        settle()
      }
      const wake = end(resolve)
      const left = end(() => reject(signal.reason))
      const stopClock = this.#clock.after(ms, wake)
      const unlisten = listen(wake)
      signal.addEventListener('abort', left, { once: true })
    })
  }

  #begin(request: PlaybackRequest): Playback {
    const playback = new Playback({
      ...request,
      spool: this.#spool,
      clock: this.#clock,
      idleMs: this.#idleMs,
      dropped: () => {
        if (this.#current.get(request.recordingId) === playback) {
          this.#current.delete(request.recordingId)
        }
      },
    })
    this.#current.set(request.recordingId, playback)
    for (const wake of [...(this.#awaited.get(request.recordingId) ?? [])]) wake()
    return playback
  }
}
