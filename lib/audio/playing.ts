import { Problem } from '@/lib/problem/problem'
import type { Analysis } from './analysis'
import type { Clock } from './clock'
import type { Media } from './download'
import { type MediaResponse, respondFrom } from './media-response'
import type { Lodger, Spool } from './spool'
import { Take } from './take'

/** How long a download goes on after its last reader left: a seek closes one request and opens the next. */
export const LINGER_MS = 200
/** Between Focus's answer and the first reader, who is on the way. */
export const FIRST_READER_MS = 1000
/** How long a failed playback is kept, so that a media element's own repeats do not each ask Focus again. */
export const COOL_DOWN_MS = 10_000
/** The first request, and one more after a cut. */
const ATTEMPTS = 2

type Options = {
  recordingId: number
  open: (signal: AbortSignal) => Promise<Media>
  sizeHint: number | null
  durationHintMs: number | null
  spool: Spool
  clock: Clock
  idleMs: number
  /** Told once, when the playback has let go of everything. */
  dropped: () => void
}

/** One recording being played: the one request to Focus, its bytes, its readers, its waveform. */
export class Playback implements Lodger {
  readonly recordingId: number
  /** Settles when Focus has answered the first request's head; rejects with what `open` rejected with. */
  readonly opened: Promise<void>
  readonly #options: Options
  readonly #takes: Take[] = []
  readonly #closing = new AbortController()
  #request = new AbortController()
  #attempts = 0
  #reopening: Promise<void> | null = null
  #holds = 0
  #callOff: (() => void) | null = null
  #quietSince: number | null = null
  #failedAt: number | null = null

  constructor(options: Options) {
    this.#options = options
    this.recordingId = options.recordingId
    options.spool.add(this)
    this.opened = this.#ask()
    this.opened.catch(() => this.close())
  }

  /** True when a new Play has to ask Focus anew. */
  get spent(): boolean {
    if (this.#closing.signal.aborted) return true
    return (
      this.#failedAt !== null &&
      this.#attempts >= ATTEMPTS &&
      this.#options.clock.now() - this.#failedAt >= COOL_DOWN_MS
    )
  }

  /** What is known of the sound; null until the first bytes have said what they are. */
  get analysis(): Analysis | null {
    return this.#takes.at(-1)?.analysis ?? null
  }

  get durationHintMs(): number | null {
    return this.#options.durationHintMs
  }

  /**
   * Answers one request for the media, or for PCM WAV where `as` says so and the coding is one that browsers
   * refuse (GSM 06.10 always is). Waits for the first byte asked for, so that a failure is a `Problem`
   * (`upstream-*` as Focus gave it, `rate-limited` when the spool is full) and not a broken body; a failure after that errors the body.
   */
  async respond(request: {
    range: string | null
    as: 'wav' | undefined
    signal: AbortSignal
  }): Promise<MediaResponse> {
    const release = this.hold(request.signal)
    try {
      await this.opened
      for (;;) {
        const take = this.#takes.at(-1)
        if (take === undefined) throw new Problem('internal', 'The media is no longer open.')
        try {
          return await respondFrom(take, request, release, this.#pause)
        } catch (cause) {
          if (request.signal.aborted || !this.#mayAskAgain(take, cause)) throw cause
        }
        this.#reopening ??= this.#ask().finally(() => {
          this.#reopening = null
        })
        await this.#reopening
      }
    } catch (cause) {
      release()
      throw cause
    }
  }

  /** Counts a reader until the returned function is called, which leaves `graceMs` for the next, or `signal` is aborted. */
  hold(signal: AbortSignal | null, graceMs = LINGER_MS): () => void {
    this.#holds++
    this.#quietSince = null
    this.#callOff?.()
    this.#callOff = null
    let held = true
    const end = (graceMs: number) => {
      if (!held) return
      held = false
      signal?.removeEventListener('abort', left)
      this.#holds--
      if (this.#holds === 0) this.#quiet(graceMs)
    }
    const left = () => end(LINGER_MS)
    signal?.addEventListener('abort', left, { once: true })
    if (signal?.aborted) left()
    return () => end(graceMs)
  }

  /** Since when all of it has arrived and nobody reads it. */
  idleSince(): number | null {
    return this.#takes.at(-1)?.download.state === 'complete' ? this.#quietSince : null
  }

  evict(): void {
    this.close()
  }

  /** Lets go of everything: Focus sees a request still under way aborted, the disk space is free. */
  close(): void {
    if (this.#closing.signal.aborted) return
    this.#closing.abort()
    this.#request.abort()
    this.#callOff?.()
    for (const take of this.#takes) take.download.discard()
    this.#options.spool.remove(this)
    this.#options.dropped()
  }

  /** Nobody reads any more. What becomes of the playback depends on how far it got. */
  #quiet(graceMs = LINGER_MS): void {
    this.#callOff?.()
    this.#quietSince = this.#options.clock.now()
    const state = this.#takes.at(-1)?.download.state
    const { clock, idleMs } = this.#options
    if (state === 'complete') this.#callOff = clock.after(idleMs, () => this.close())
    else if (state === 'failed') this.#callOff = clock.after(COOL_DOWN_MS, () => this.close())
    else this.#callOff = clock.after(graceMs, () => this.close())
  }

  readonly #pause = (ms: number) =>
    new Promise<void>((resolve) => this.#options.clock.after(ms, resolve))

  #mayAskAgain(take: Take, cause: unknown): boolean {
    if (this.#closing.signal.aborted || take.download.state !== 'failed') return false
    if (!(cause instanceof Problem) || !cause.slug.startsWith('upstream-')) return false
    // Another reader has asked again already: its take is the one to read.
    return take !== this.#takes.at(-1) || this.#reopening !== null || this.#attempts < ATTEMPTS
  }

  async #ask(): Promise<void> {
    this.#attempts++
    const { spool, open } = this.#options
    const request = new AbortController()
    this.#request = request
    // A full spool refuses before Focus is asked: no play is recorded there for nothing.
    spool.makeRoom(1)
    const media = await open(request.signal)
    try {
      this.#closing.signal.throwIfAborted()
      if (media.contentLength !== null) spool.makeRoom(media.contentLength)
      const file = await spool.createFile()
      const hints = { durationMs: this.#options.durationHintMs, sizeBytes: this.#options.sizeHint }
      const take = new Take({ media, file, spool, request, hints })
      this.#takes.push(take)
      if (this.#closing.signal.aborted) take.download.discard()
      take.download.ended.then(() => this.#settled(take))
    } catch (cause) {
      request.abort()
      throw cause
    }
  }

  #settled(take: Take): void {
    if (this.#closing.signal.aborted || take !== this.#takes.at(-1)) return
    this.#failedAt = take.download.state === 'failed' ? this.#options.clock.now() : null
    if (this.#holds === 0) this.#quiet()
  }
}
