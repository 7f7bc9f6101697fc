import { Problem } from '@/lib/problem/problem'
import type { Spool } from './spool'
import type { SpoolFile } from './spool-file'

/** What Focus answered: the one body of one play. */
export type Media = {
  contentType: string | null
  contentLength: number | null
  body: AsyncIterable<Uint8Array>
}

/** Beyond this a reader has jumped: what it waits for comes before the waveform. */
const FAR_BYTES = 4_000_000
const CUT = 'Focus cut the connection before the media was whole.'

/** A technical error as the reader may see it; a `Problem` stays what it is. */
function asProblem(cause: unknown): Problem {
  if (cause instanceof Problem) return cause
  return new Problem('upstream-unavailable', CUT, { cause })
}

/**
 * One body on its way into one spool file, as fast as it comes, however many read. What has arrived stays
 * readable when the rest never comes.
 */
export class Download {
  readonly contentType: string | null
  readonly file: SpoolFile
  readonly #spool: Spool
  readonly #controller: AbortController
  readonly #waiting = new Set<() => void>()
  #total: number | null
  #state: 'arriving' | 'complete' | 'failed' = 'arriving'
  #problem: Problem | null = null
  #claimed = 0
  #awaited = 0
  readonly #discarding = new AbortController()
  /** Settles, never rejects, when nothing more will arrive. */
  readonly ended: Promise<void>

  constructor(media: Media, file: SpoolFile, spool: Spool, controller: AbortController) {
    this.contentType = media.contentType
    this.file = file
    this.#spool = spool
    this.#controller = controller
    this.#total = media.contentLength
    this.ended = this.#run(media.body)
  }

  get state(): 'arriving' | 'complete' | 'failed' {
    return this.#state
  }

  get problem(): Problem | null {
    return this.#problem
  }

  get received(): number {
    return this.file.size
  }

  /** Bytes of the whole: stated by Focus, or by the header of the media, or counted at its end; else null. */
  get total(): number | null {
    return this.#state === 'complete' ? this.file.size : this.#total
  }

  /** Aborted when the bytes are gone. */
  get discarded(): AbortSignal {
    return this.#discarding.signal
  }

  /** The media's own header says how long it is. Only believed where Focus said nothing. */
  stateTotal(bytes: number): void {
    if (this.#state === 'arriving') this.#total ??= bytes
  }

  /** Gives up what has not arrived (the body's source sees it at once) and lets go of what has. */
  discard(): void {
    if (this.#discarding.signal.aborted) return
    this.#discarding.abort()
    this.#controller.abort()
    this.#spool.free(this.#claimed)
    this.#claimed = 0
    this.file.close().catch(() => {})
  }

  /**
   * Waits until the byte at `offset` can be read: true, or false when the media ended before it. Rejects
   * with the download's `Problem` when it never will, and with the signal's reason when that is aborted.
   */
  async reaches(offset: number, signal: AbortSignal): Promise<boolean> {
    for (;;) {
      signal.throwIfAborted()
      if (offset < this.received) return true
      if (this.#state === 'complete') return false
      if (this.#problem !== null) throw this.#problem
      const far = offset > this.received + FAR_BYTES
      if (far) this.#awaited += 1
      try {
        await this.#change(signal)
      } finally {
        if (far) this.#awaited -= 1
      }
    }
  }

  /** Waits while somebody listens for bytes far ahead of what has arrived. Never rejects. */
  async atEase(signal: AbortSignal): Promise<void> {
    while (this.#awaited > 0 && this.#state === 'arriving' && !signal.aborted)
      await this.#change(signal).catch(() => {})
  }

  /** Waits until all has arrived or never will, or the signal is aborted. Never rejects. */
  async settles(signal: AbortSignal): Promise<void> {
    while (this.#state === 'arriving' && !signal.aborted) await this.#change(signal).catch(() => {})
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = () => {
        this.#waiting.delete(done)
        signal.removeEventListener('abort', left)
        resolve()
      }
      const left = () => {
        this.#waiting.delete(done)
        reject(signal.reason)
      }
      this.#waiting.add(done)
      signal.addEventListener('abort', left, { once: true })
    })
  }

  #tell(): void {
    for (const done of [...this.#waiting]) done()
  }

  async #run(body: AsyncIterable<Uint8Array>): Promise<void> {
    const source = body[Symbol.asyncIterator]()
    const signal = this.#controller.signal
    const left = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    left.catch(() => {})
    // One chunk is written while the next arrives; never more, so memory stays bounded.
    let writing: Promise<void> = Promise.resolve()
    try {
      if (this.#total !== null) this.#spool.makeRoom(this.#total)
      for (;;) {
        signal.throwIfAborted()
        const step = await Promise.race([source.next(), left])
        await writing
        if (step.done) break
        writing = this.#keep(step.value)
        writing.catch(() => {})
      }
      if (this.#total !== null && this.file.size < this.#total) {
        throw new Problem('upstream-unavailable', CUT, {
          cause: `${this.file.size} of ${this.#total} bytes arrived`,
        })
      }
      this.#state = 'complete'
    } catch (cause) {
      // What arrived before the failure stays readable.
      await writing.catch(() => {})
      this.#problem = asProblem(cause)
      this.#state = 'failed'
      this.#controller.abort()
      // Not awaited: a source that ignores its signal must not hold the failure back.
      Promise.resolve(source.return?.()).catch(() => {})
    }
    this.#tell()
  }

  async #keep(chunk: Uint8Array): Promise<void> {
    // A body longer than announced would move the end under readers who were told where it is.
    const room = this.#total === null ? chunk.length : this.#total - this.file.size
    const bytes = chunk.length > room ? chunk.subarray(0, room) : chunk
    if (bytes.length === 0) return
    this.#discarding.signal.throwIfAborted()
    this.#spool.claim(bytes.length)
    this.#claimed += bytes.length
    try {
      await this.file.append(bytes)
    } catch (cause) {
      throw new Problem('internal', 'There is no room to keep the media while it plays.', { cause })
    }
    this.#tell()
  }
}
