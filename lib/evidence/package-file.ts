import { chmod, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { SpoolFile } from '@/lib/audio/spool-file'
import { Problem } from '@/lib/problem/problem'

/** All packages together would be larger than they may be. */
export class NoRoom extends Problem {
  constructor(usedBytes: number, maxBytes: number) {
    super(
      'rate-limited',
      'The space set aside for evidence packages is full. Throw away a package that was fetched, choose fewer recordings, or leave out the media.',
      { cause: `evidence: ${usedBytes} of ${maxBytes} bytes in use` },
    )
  }
}

const READ_BYTES = 256 * 1024

/** A file without a name and without plaintext on the disk (see `SpoolFile`), paid for from the room's bytes. */
export class PackageFile {
  readonly #file: SpoolFile
  readonly #room: PackageRoom
  #claimed = 0
  #closed = false

  constructor(file: SpoolFile, room: PackageRoom) {
    this.#file = file
    this.#room = room
  }

  get size(): number {
    return this.#file.size
  }

  /** Writes at the end; await each before the next. Throws `NoRoom`. */
  async append(bytes: Uint8Array): Promise<void> {
    if (this.#closed) throw new Error('The package is gone')
    this.#room.claim(bytes.length)
    this.#claimed += bytes.length
    try {
      await this.#file.append(bytes)
    } catch (cause) {
      throw new Problem('internal', 'There is no room on the disk for the package.', { cause })
    }
  }

  /** The bytes from `start` to `end`, the end not included, in pieces. */
  async *read(start = 0, end = this.size): AsyncGenerator<Uint8Array> {
    for (let at = start; at < end; ) {
      const piece = await this.#file.read(at, Math.min(READ_BYTES, end - at))
      if (piece.length === 0) throw new Error('The file is shorter than was said')
      at += piece.length
      yield piece
    }
  }

  /** Frees the disk and forgets the key. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#file.close()
    this.#room.free(this.#claimed)
  }
}

/** The disk that all packages share. Nothing in it outlives the process. */
export class PackageRoom {
  readonly #directory: string
  readonly #maxBytes: number
  #usedBytes = 0
  #ready: Promise<void> | null = null

  constructor(options: { directory: string; maxBytes: number }) {
    this.#directory = options.directory
    this.#maxBytes = options.maxBytes
  }

  get usedBytes(): number {
    return this.#usedBytes
  }

  /** A new file. The directory is made for this user alone, and swept of leftovers, at first use. */
  async createFile(): Promise<PackageFile> {
    this.#ready ??= this.#prepare().catch((cause: unknown) => {
      this.#ready = null
      throw cause
    })
    await this.#ready
    return new PackageFile(await SpoolFile.create(this.#directory), this)
  }

  /** Takes bytes of the room. Throws `NoRoom`. */
  claim(bytes: number): void {
    if (this.#usedBytes + bytes > this.#maxBytes) {
      throw new NoRoom(this.#usedBytes, this.#maxBytes)
    }
    this.#usedBytes += bytes
  }

  free(bytes: number): void {
    this.#usedBytes -= bytes
  }

  async #prepare(): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 })
    await chmod(this.#directory, 0o700)
    for (const name of await readdir(this.#directory))
      await rm(join(this.#directory, name), { recursive: true, force: true })
  }
}
