import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/** A compressed coding decoded in a thread of its own. */
export type Coding = 'mp3' | 'opus'

/** Sound as a decoder gives it: -1 to 1, one array a channel. */
export type Decoded = { sampleRate: number; channels: Float32Array[]; frames: number }

type Reply = { id: number; decoded?: Decoded; failed?: string }

/**
 * The thread's whole program. As text, because a bundler moves files: the decoders are the installed
 * packages, imported by address. One message in, one out, in order.
 */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads')
console.error = () => {}
console.warn = () => {}
const made = import(workerData.address).then(async (decoders) => {
  const decoder = workerData.coding === 'mp3'
    ? new decoders.MPEGDecoder()
    : new decoders.OggOpusDecoder({ sampleRate: 16000 })
  await decoder.ready
  return decoder
})
let turn = Promise.resolve()
parentPort.on('message', ({ id, bytes }) => {
  turn = turn.then(async () => {
    try {
      const decoder = await made
      const out = bytes !== null ? await decoder.decode(bytes)
        : decoder.flush ? await decoder.flush() : null
      const channels = out === null ? [] : out.channelData
      const decoded = {
        sampleRate: out === null ? 0 : out.sampleRate,
        frames: out === null ? 0 : out.samplesDecoded,
        channels,
      }
      parentPort.postMessage({ id, decoded }, channels.map((channel) => channel.buffer))
    } catch (error) {
      parentPort.postMessage({ id, failed: String(error) })
    }
  })
})
`

const PACKAGES: Record<Coding, string> = { mp3: 'mpg123-decoder', opus: 'ogg-opus-decoder' }

/** Where a decoder is installed, seen from the folder the server runs in. Throws when it is not. */
function addressOf(coding: Coding): string {
  const installed = createRequire(join(process.cwd(), 'package.json'))
  return pathToFileURL(installed.resolve(PACKAGES[coding])).href
}

/** A decoder in a worker thread, so that requests are answered while it works. */
export class DecodeThread {
  readonly #worker: Worker
  readonly #waiting = new Map<
    number,
    { resolve: (d: Decoded) => void; reject: (e: Error) => void }
  >()
  #next = 0
  #stopped: Error | null = null

  constructor(coding: Coding) {
    this.#worker = new Worker(PROGRAM, {
      eval: true,
      workerData: { coding, address: addressOf(coding) },
      resourceLimits: { maxOldGenerationSizeMb: 96 },
    })
    this.#worker.unref()
    this.#worker.on('message', (reply: Reply) => {
      const waiting = this.#waiting.get(reply.id)
      this.#waiting.delete(reply.id)
      if (reply.decoded) waiting?.resolve(reply.decoded)
      else waiting?.reject(new Error(reply.failed ?? 'The decoder gave no reason'))
    })
    this.#worker.on('error', (error) => this.#end(error))
    this.#worker.on('exit', () => this.#end(new Error('The decoder thread ended')))
  }

  /** Decodes the next bytes; null at the end of the media, for what the decoder still holds. */
  decode(bytes: Uint8Array | null): Promise<Decoded> {
    if (this.#stopped) return Promise.reject(this.#stopped)
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, bytes })
    })
  }

  stop(): void {
    this.#end(new Error('The decoder was stopped'))
    // Its outcome is of no interest: the thread is gone either way.
    this.#worker.terminate().catch(() => {})
  }

  #end(error: Error): void {
    this.#stopped ??= error
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
  }
}
