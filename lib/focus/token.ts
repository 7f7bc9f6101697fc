import { Problem } from '@/lib/problem/problem'
import type { Clock } from './clock'
import type { Figures } from './figures'
import type { Scope } from './scope'
import { tokenLifeMs } from './wire/auth'

type Token = { text: string; obtainedAt: number; renewAt: number; expiresAt: number }

/**
 * The one token of the service user. One exchange is under way however many wait for it; it outlives
 * the caller that began it. Refusals in a row stop further exchanges for a while: hammering with a bad
 * key gets an account locked.
 */
export class TokenKeeper {
  readonly #clock: Clock
  readonly #random: () => number
  readonly #figures: Pick<Figures, 'token' | 'refusals'>
  readonly #exchange: () => Promise<string>
  #token: Token | null = null
  #pending: Promise<string> | null = null
  #refusedAt: number[] = []
  #closedUntil = 0

  /** `exchange` asks Focus once for a token, and throws `upstream-rejected` when Focus refuses the key. */
  constructor(
    clock: Clock,
    random: () => number,
    figures: Pick<Figures, 'token' | 'refusals'>,
    exchange: () => Promise<string>,
  ) {
    this.#clock = clock
    this.#random = random
    this.#figures = figures
    this.#exchange = exchange
  }

  /** A token believed to be good; one past its time for renewal is renewed while it is still used. */
  async get(scope: Scope): Promise<string> {
    const now = this.#clock.now()
    const token = this.#token
    if (token === null || now >= token.expiresAt) return scope.race(this.#renew())
    if (now >= token.renewAt) {
      token.renewAt = now + this.#figures.token.retryAfterFailure
      this.#renew().catch(() => {}) // told by the next call, should the token run out
    }
    return token.text
  }

  /** A token other than one that Focus would not take. */
  async replace(refused: string, scope: Scope): Promise<string> {
    if (this.#token?.text === refused) this.#token = null
    return this.get(scope)
  }

  /** Focus would not take even a new token, or not the key. */
  noteRefusal(): void {
    const { most, window, open } = this.#figures.refusals
    const now = this.#clock.now()
    this.#refusedAt = [...this.#refusedAt.filter((at) => at > now - window), now]
    if (this.#refusedAt.length < most) return
    this.#closedUntil = now + open
    this.#refusedAt = []
    this.#token = null
  }

  noteAccepted(): void {
    if (this.#refusedAt.length > 0) this.#refusedAt = []
  }

  /** For the status page. Times in milliseconds since 1970. */
  state(): {
    state: 'none' | 'valid' | 'refused'
    obtainedAt: number | null
    expiresAt: number | null
  } {
    const now = this.#clock.now()
    if (this.#token !== null && now < this.#token.expiresAt)
      return {
        state: 'valid',
        obtainedAt: this.#token.obtainedAt,
        expiresAt: this.#token.expiresAt,
      }
    const refused = this.#refusedAt.length > 0 || now < this.#closedUntil
    return { state: refused ? 'refused' : 'none', obtainedAt: null, expiresAt: null }
  }

  #renew(): Promise<string> {
    if (this.#clock.now() < this.#closedUntil)
      return Promise.reject(
        new Problem(
          'upstream-rejected',
          'Focus refused the API key several times; it is left alone a while.',
        ),
      )
    this.#pending ??= this.#obtain().finally(() => {
      this.#pending = null
    })
    return this.#pending
  }

  async #obtain(): Promise<string> {
    const askedAt = this.#clock.now()
    let text: string
    try {
      text = await this.#exchange()
    } catch (error) {
      if (error instanceof Problem && error.slug === 'upstream-rejected') this.noteRefusal()
      throw error
    }
    const lifeMs = tokenLifeMs(text, askedAt)
    const { renewAtShare, renewSpread } = this.#figures.token
    const share = renewAtShare * (1 + renewSpread * (2 * this.#random() - 1))
    this.#token = {
      text,
      obtainedAt: askedAt,
      renewAt: askedAt + lifeMs * share,
      expiresAt: askedAt + lifeMs,
    }
    return text
  }
}
