import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { RECIPE } from './recipe'
import { type SentenceSound, unpackSentence } from './sentence-sound'
import { SENTENCES } from './sentences'

type Answer = { key: string; packed?: Uint8Array<ArrayBuffer>; mistake?: string }
type Waiting = { promise: Promise<SentenceSound>; settle: (answer: Answer) => void }

/**
 * Sentences, each synthesised once: kept in memory and in a folder, made by a worker thread one at a
 * time, those that a call waits for before those that only warm the bank.
 */
export class VoiceBank {
  private readonly sounds = new Map<string, SentenceSound>()
  private readonly waiting = new Map<string, Waiting>()
  private readonly asked: string[] = []
  private readonly spare: string[] = []
  private worker: Worker | undefined
  private busyWith: string | undefined

  constructor(private readonly folder: string) {}

  /** The sentence if it is in memory already. */
  ready(key: string): SentenceSound | undefined {
    return this.sounds.get(key)
  }

  /** The sentence, as soon as it is made. Those asked for first are made first. */
  sound(key: string): Promise<SentenceSound> {
    return this.want(key, this.asked)
  }

  /** Makes all sentences that are missing, behind those that calls ask for. Resolves when the last is made. */
  async warm(): Promise<void> {
    await Promise.all([...SENTENCES.keys()].map((key) => this.want(key, this.spare)))
  }

  /** Ends the worker; sentences not made by then are never answered. */
  async close(): Promise<void> {
    await this.worker?.terminate()
  }

  private want(key: string, queue: string[]): Promise<SentenceSound> {
    const sound = this.sounds.get(key)
    if (sound) return Promise.resolve(sound)
    const waiting = this.waiting.get(key) ?? this.enlist(key)
    if (this.busyWith !== key) queue.push(key)
    this.next()
    return waiting.promise
  }

  private enlist(key: string): Waiting {
    let settle: (answer: Answer) => void = () => {}
    const promise = new Promise<SentenceSound>((resolve, reject) => {
      settle = ({ packed, mistake }) => {
        if (!packed) {
          reject(new Error(mistake ?? 'No sentence came'))
          return
        }
        const sound = unpackSentence(packed)
        this.sounds.set(key, sound)
        resolve(sound)
      }
    })
    const waiting = { promise, settle }
    this.waiting.set(key, waiting)
    return waiting
  }

  private next(): void {
    if (this.busyWith !== undefined) return
    let key = this.asked.shift() ?? this.spare.shift()
    // Those asked for twice were made the first time.
    while (key !== undefined && !this.waiting.has(key))
      key = this.asked.shift() ?? this.spare.shift()
    if (key === undefined) {
      // An idle worker does not keep the process alive.
      this.worker?.unref()
      return
    }
    this.busyWith = key
    this.worker ??= this.start()
    this.worker.ref()
    this.worker.postMessage(key)
  }

  private start(): Worker {
    const worker = new Worker(new URL('./voice-worker-start.mjs', import.meta.url), {
      workerData: this.folder,
      execArgv: [],
    })
    worker.on('message', (answer: Answer) => this.finish(answer))
    worker.on('error', (error) => {
      this.worker = undefined
      if (this.busyWith) this.finish({ key: this.busyWith, mistake: error.message })
    })
    return worker
  }

  private finish(answer: Answer): void {
    this.busyWith = undefined
    const waiting = this.waiting.get(answer.key)
    this.waiting.delete(answer.key)
    waiting?.settle(answer)
    this.next()
  }
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Where sentences are kept between runs: nothing in it need be saved. */
export const SPEECH_FOLDER = `${ROOT}.cache/sandbox-speech/${RECIPE}`

/** The bank that this process shares. */
export const voiceBank = new VoiceBank(SPEECH_FOLDER)

/** A sentence as mono PCM at 8 kHz. */
export async function sentenceAudio(key: string): Promise<Int16Array> {
  return (await voiceBank.sound(key)).pcm
}

/** Fills the bank behind whatever is asked for; `ms` is how long it took. */
export async function warm(): Promise<{ sentences: number; ms: number }> {
  const startedAt = performance.now()
  await voiceBank.warm()
  return { sentences: SENTENCES.size, ms: Math.round(performance.now() - startedAt) }
}
