import { createHash } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Kysely } from 'kysely'
import { request } from 'undici'
import { log } from '@/lib/config/log'
import type { Schema } from '@/lib/store/schema'
import type { Checkpoints } from './checkpoints'
import type { Timers } from './ledger-clock'

const ANSWER_MS = 10_000
const FIRST_PAUSE_MS = 5_000
const MAX_PAUSE_MS = 10 * 60_000
const AT_ONCE = 100

/** Keeps each checkpoint at a second place, in order; one that fails is tried again until it arrives. */
export class Witness {
  #sent: number | null = null
  #working: Promise<void> | null = null
  #again = false
  #pauseMs = FIRST_PAUSE_MS
  #cancelRetry: (() => void) | null = null
  #stopped = false

  constructor(
    private readonly db: Kysely<Schema>,
    private readonly checkpoints: Checkpoints,
    /** A file, or an http(s) address. */
    readonly place: string,
    private readonly timers: Timers,
  ) {}

  /** The place without credentials, to be shown. */
  get shown(): string {
    if (!URL.canParse(this.place)) return this.place
    const url = new URL(this.place)
    url.username = ''
    url.password = ''
    return url.href
  }

  /** Size of the newest checkpoint that reached the place; null before the first. */
  async sentSize(): Promise<number | null> {
    if (this.#sent !== null) return this.#sent
    const row = await this.db
      .selectFrom('setting')
      .select('value')
      .where('name', '=', this.#setting)
      .executeTakeFirst()
    return row === undefined ? null : Number(row.value)
  }

  /** Sends what is new. Never rejects; resolves when it was sent or has failed once. */
  send(): Promise<void> {
    this.#again = true
    this.#working ??= this.#sendAll().finally(() => {
      this.#working = null
    })
    return this.#working
  }

  /** Sends what is new once more, and does not try again. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancelRetry?.()
    await this.send()
  }

  async #sendAll(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false
        await this.#sendNew()
      }
      this.#pauseMs = FIRST_PAUSE_MS
    } catch (error) {
      log.warn({ err: error }, 'a checkpoint did not reach the place it is kept at')
      this.#cancelRetry?.()
      if (this.#stopped) return
      this.#cancelRetry = this.timers.after(this.#pauseMs, () => void this.send())
      this.#pauseMs = Math.min(MAX_PAUSE_MS, this.#pauseMs * 2)
    }
  }

  async #sendNew(): Promise<void> {
    for (;;) {
      const waiting = await this.checkpoints.after((await this.sentSize()) ?? 0, AT_ONCE)
      if (waiting.length === 0) return
      if (/^https?:/.test(this.place))
        for (const { size, note } of waiting) {
          await post(this.place, note)
          await this.#remember(size)
        }
      else {
        await append(this.place, waiting.map(({ note }) => `${note}\n`).join(''))
        await this.#remember(waiting.at(-1)?.size ?? 0)
      }
    }
  }

  async #remember(size: number): Promise<void> {
    this.#sent = size
    await this.db
      .insertInto('setting')
      .values({ name: this.#setting, value: String(size) })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: String(size) }))
      .execute()
  }

  get #setting(): string {
    // An address may hold a password.
    return `ledger-witnessed ${createHash('sha256').update(this.place).digest('hex').slice(0, 16)}`
  }
}

async function append(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a', 0o644)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function post(address: string, note: string): Promise<void> {
  const { statusCode, body } = await request(address, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: note,
    headersTimeout: ANSWER_MS,
    bodyTimeout: ANSWER_MS,
    signal: AbortSignal.timeout(ANSWER_MS),
  })
  await body.dump()
  if (statusCode < 200 || statusCode > 299) throw new Error(`It answered ${statusCode}.`)
}
