import { log } from '@/lib/config/log'
import type { Checkpoint } from '@/lib/contract/ledger'
import type { Checkpoints } from './checkpoints'
import type { Timers } from './ledger-clock'
import type { Witness } from './witness'

/** Sees to it that no entry is long without a checkpoint, and that each checkpoint is kept elsewhere too. */
export class CheckpointKeeper {
  #size = 0
  #making: Promise<Checkpoint | null> | null = null
  #cancelTimer: (() => void) | null = null

  constructor(
    private readonly checkpoints: Checkpoints,
    private readonly witness: Witness | null,
    private readonly timers: Timers,
    private readonly figures: { entries: number; waitMs: number },
  ) {}

  async begin(): Promise<void> {
    this.#size = (await this.checkpoints.newest())?.size ?? 0
    void this.witness?.send()
  }

  /** The tree has grown to this size. */
  grown(size: number): void {
    if (size - this.#size >= this.figures.entries) this.#makeSoon()
    else if (size > this.#size)
      this.#cancelTimer ??= this.timers.after(this.figures.waitMs, () => this.#makeSoon())
  }

  /** One of every entry there is; null for an empty ledger. Rejects with the storage's error. */
  async make(): Promise<Checkpoint | null> {
    const made = await this.checkpoints.make()
    this.#cancelTimer?.()
    this.#cancelTimer = null
    if (made !== null) this.#size = Math.max(this.#size, made.size)
    void this.witness?.send()
    return made
  }

  /** The last checkpoint, sent once; never rejects. */
  async stop(): Promise<void> {
    await this.#making
    await this.make().catch((error) =>
      log.error({ err: error }, 'the last checkpoint could not be made'),
    )
    this.#cancelTimer?.()
    await this.witness?.stop()
  }

  #makeSoon(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = null
    this.#making ??= this.make()
      .catch((error) => {
        log.error({ err: error }, 'a checkpoint could not be made')
        this.#cancelTimer ??= this.timers.after(this.figures.waitMs, () => this.#makeSoon())
        return null
      })
      .finally(() => {
        this.#making = null
      })
  }
}
