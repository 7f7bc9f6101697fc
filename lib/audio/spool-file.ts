import { type Cipher, createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { join } from 'node:path'

const BLOCK = 16

/** The CTR counter block at a byte offset: a big-endian block number, the key being new for every file. */
function counterAt(offset: number): Buffer {
  const counter = Buffer.alloc(BLOCK)
  counter.writeBigUInt64BE(BigInt(Math.floor(offset / BLOCK)), BLOCK - 8)
  return counter
}

/**
 * A file that leaves nothing readable: its name is removed as soon as it is open, and what it holds is
 * AES-256-CTR under a random key that exists in memory alone (NIST SP 800-38A 6.5). Written at the end, read anywhere.
 */
export class SpoolFile {
  readonly #handle: FileHandle
  readonly #key: Buffer
  readonly #writer: Cipher
  #size = 0
  #closed = false

  private constructor(handle: FileHandle) {
    this.#handle = handle
    this.#key = randomBytes(32)
    this.#writer = createCipheriv('aes-256-ctr', this.#key, counterAt(0))
  }

  /** Opens a new file in `directory`, readable by this user alone until its name is gone. */
  static async create(directory: string): Promise<SpoolFile> {
    const path = join(directory, randomUUID())
    const flags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL
    const handle = await open(path, flags, 0o600)
    try {
      await unlink(path)
    } catch (cause) {
      await handle.close()
      throw cause
    }
    return new SpoolFile(handle)
  }

  /** Bytes written so far; all of them can be read. */
  get size(): number {
    return this.#size
  }

  get closed(): boolean {
    return this.#closed
  }

  /** Writes at the end. One call at a time: await each before the next. */
  async append(bytes: Uint8Array): Promise<void> {
    const sealed = this.#writer.update(bytes)
    let done = 0
    while (done < sealed.length) {
      const { bytesWritten } = await this.#handle.write(
        sealed,
        done,
        sealed.length - done,
        this.#size + done,
      )
      done += bytesWritten
    }
    this.#size += sealed.length
  }

  /** Up to `length` bytes from `start`; fewer at the end of what was written, none beyond it. */
  async read(start: number, length: number): Promise<Uint8Array> {
    const wanted = Math.max(0, Math.min(length, this.#size - start))
    if (wanted === 0) return new Uint8Array(0)
    const skip = start % BLOCK
    const sealed = Buffer.allocUnsafeSlow(wanted)
    let done = 0
    while (done < wanted) {
      const { bytesRead } = await this.#handle.read(sealed, done, wanted - done, start + done)
      if (bytesRead === 0) throw new Error('The spool file is shorter than what was written to it')
      done += bytesRead
    }
    const reader = createDecipheriv('aes-256-ctr', this.#key, counterAt(start))
    // The key stream starts on a block boundary: the bytes before `start` within its block are burnt.
    if (skip > 0) reader.update(Buffer.alloc(skip))
    return reader.update(sealed)
  }

  /** Frees the disk space and forgets the key. Reads under way end first. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#handle.close()
    this.#key.fill(0)
  }
}
