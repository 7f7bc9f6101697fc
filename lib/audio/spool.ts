import { chmod, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '@/lib/problem/problem'
import { SpoolFile } from './spool-file'

/** Something that keeps bytes in the spool and can be asked to give them up. */
export type Lodger = {
  /** Since when nobody reads it and all of it has arrived; null while it may not be evicted. */
  idleSince(): number | null
  /** Gives up its bytes: calls `free` before it returns. */
  evict(): void
}

/**
 * The bounded place on disk for media being played. Holds no name and no plaintext (see `SpoolFile`);
 * makes room by evicting what has been idle longest.
 */
export class Spool {
  readonly #directory: string
  readonly #maxBytes: number
  readonly #lodgers = new Set<Lodger>()
  #usedBytes = 0
  #ready: Promise<void> | null = null

  constructor(options: { directory: string; maxBytes: number }) {
    this.#directory = options.directory
    this.#maxBytes = options.maxBytes
  }

  get usedBytes(): number {
    return this.#usedBytes
  }

  add(lodger: Lodger): void {
    this.#lodgers.add(lodger)
  }

  remove(lodger: Lodger): void {
    this.#lodgers.delete(lodger)
  }

  /** A new empty file. The directory is made for this user alone, and swept of leftovers, at first use. */
  async createFile(): Promise<SpoolFile> {
    this.#ready ??= this.#prepare().catch((cause: unknown) => {
      this.#ready = null
      throw cause
    })
    await this.#ready
    return SpoolFile.create(this.#directory)
  }

  /**
   * Takes `bytes` of the budget. Throws `rate-limited` when everything kept is in use, or when the media
   * alone is larger than the whole spool.
   */
  claim(bytes: number): void {
    this.makeRoom(bytes)
    this.#usedBytes += bytes
  }

  /** Evicts until `bytes` fit, without taking them. Throws as `claim` does. */
  makeRoom(bytes: number): void {
    while (this.#usedBytes + bytes > this.#maxBytes) {
      const idle = this.#longestIdle()
      if (idle === null) {
        throw new Problem(
          'rate-limited',
          'Too much media is being played at once for the space set aside for it. Try again when another player has been closed.',
          {
            retryAfterSec: 30,
            cause: `spool: ${this.#usedBytes} of ${this.#maxBytes} bytes in use`,
          },
        )
      }
      this.#lodgers.delete(idle)
      idle.evict()
    }
  }

  free(bytes: number): void {
    this.#usedBytes -= bytes
  }

  #longestIdle(): Lodger | null {
    let longest: Lodger | null = null
    let since = Number.POSITIVE_INFINITY
    for (const lodger of this.#lodgers) {
      const idleSince = lodger.idleSince()
      if (idleSince !== null && idleSince < since) {
        since = idleSince
        longest = lodger
      }
    }
    return longest
  }

  async #prepare(): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 })
    await chmod(this.#directory, 0o700)
    for (const name of await readdir(this.#directory)) {
      await rm(join(this.#directory, name), { recursive: true, force: true })
    }
  }
}
