import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** What one file of the bag holds. */
export type BagContent = string | Uint8Array | AsyncIterable<Uint8Array | string>

/** A file as a manifest names it. */
export type Packed = { path: string; sha256: string; sizeBytes: number }

type BagOptions = {
  /** The one folder everything stands in. ASCII, no slash. */
  folder: string
  madeAt: Date
  /** Takes the bytes of the ZIP in order; awaited, so that a slow disk slows the reading. */
  sink: (bytes: Uint8Array) => Promise<void>
  /** Ends the writing. */
  signal: AbortSignal
}

const PATH = /^[\w.-]+(\/[\w.-]+)*$/

/**
 * Writes a bag (RFC 8493) into a ZIP64, file by file, holding none of it: one file's stream at a time and the
 * lines of the manifests. Always ZIP64 (APPNOTE 4.3.14), so that no size changes the form.
 */
export class BagWriter {
  readonly payload: Packed[] = []
  readonly #tags: Packed[] = []
  readonly #zip = new ZipFile()
  readonly #options: BagOptions
  readonly #written: Promise<void>
  readonly #broken = new AbortController()
  readonly #signal: AbortSignal

  constructor(options: BagOptions) {
    this.#options = options
    this.#signal = AbortSignal.any([options.signal, this.#broken.signal])
    this.#zip.on('error', (error) => this.#broken.abort(error))
    this.#written = this.#drain()
    // Whoever adds the next file hears of it by the signal.
    this.#written.catch((error: unknown) => this.#broken.abort(error))
  }

  /** A file under `data/`, listed in the manifest. `as: 'stored'` for what is compressed already. */
  async addPayload(path: string, content: BagContent, as?: 'stored'): Promise<Packed> {
    const packed = await this.#add(`data/${path}`, content, as)
    this.payload.push(packed)
    return packed
  }

  /** A file beside `data/`, listed in the tag manifest unless it vouches for that. */
  async addTag(path: string, content: BagContent, listed: 'listed' | 'unlisted' = 'listed') {
    const packed = await this.#add(path, content)
    if (listed === 'listed') this.#tags.push(packed)
    return packed
  }

  /** The payload manifest as it stands now, RFC 8493 2.1.3. */
  manifest(): string {
    return linesOf(this.payload)
  }

  tagManifest(): string {
    return linesOf(this.#tags)
  }

  /** Bytes and files of the payload, RFC 8493 2.2.2. */
  oxum(): string {
    const bytes = this.payload.reduce((sum, file) => sum + file.sizeBytes, 0)
    return `${bytes}.${this.payload.length}`
  }

  /** Writes the directory of the ZIP; resolves when the sink has all of it. */
  async end(): Promise<void> {
    this.#signal.throwIfAborted()
    this.#zip.end({ forceZip64Format: true, comment: '' })
    await this.#written
    this.#signal.throwIfAborted()
  }

  async #add(path: string, content: BagContent, as?: 'stored'): Promise<Packed> {
    if (!PATH.test(path)) throw new RangeError(`No file of a bag may be called ${path}`)
    this.#signal.throwIfAborted()
    const hash = createHash('sha256')
    let sizeBytes = 0
    const through = new PassThrough({ highWaterMark: 256 * 1024 })
    // yazl keeps each entry until the end: the stream itself must not hang from it.
    const waiting: { stream: PassThrough | null } = { stream: through }
    this.#zip.addReadStreamLazy(
      `${this.#options.folder}/${path}`,
      {
        mtime: this.#options.madeAt,
        mode: 0o100644,
        compress: as !== 'stored',
        forceZip64Format: true,
      },
      (take) => {
        const { stream } = waiting
        waiting.stream = null
        if (stream !== null) take(null, stream)
      },
    )
    await pipeline(
      Readable.from(chunksOf(content), { objectMode: false }),
      async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          hash.update(chunk)
          sizeBytes += chunk.length
          yield chunk
        }
      },
      through,
      { signal: this.#signal },
    ).catch((error: unknown) => {
      this.#signal.throwIfAborted()
      this.#broken.abort(error)
      throw error
    })
    return { path, sha256: hash.digest('hex'), sizeBytes }
  }

  async #drain(): Promise<void> {
    for await (const chunk of this.#zip.outputStream) {
      this.#options.signal.throwIfAborted()
      // yazl writes bytes alone
      await this.#options.sink(chunk as Buffer)
    }
  }
}

/** Text in pieces that a stream can hold back; an empty file is no piece at all. */
async function* chunksOf(content: BagContent): AsyncGenerator<Buffer> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    if (content.length > 0) yield Buffer.from(content)
    return
  }
  for await (const chunk of content) if (chunk.length > 0) yield Buffer.from(chunk)
}

const linesOf = (files: readonly Packed[]): string =>
  files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')
