import type { z } from 'zod'
import type { ExpiryCount, ForecastLine, RetentionForecastRequest } from '@/lib/contract/retention'
import { addCounts, type CountMap } from './forecast-tally'

export type ForecastRequest = z.input<typeof RetentionForecastRequest>
export type ForecastProgress = Extract<ForecastLine, { type: 'progress' }>
export type ForecastEnd = Extract<ForecastLine, { type: 'end' }>

export type Forecast = {
  state: 'waiting' | 'reading' | 'ended' | 'cancelled' | 'failed'
  /** What was counted so far; a new map whenever it grew. */
  counts: CountMap
  progress: ForecastProgress | null
  end: ForecastEnd | null
  error: unknown
  /** When it was asked for, an instant. */
  askedUtc: string
}

export type AskForecast = (
  request: ForecastRequest,
  signal: AbortSignal,
  onLine: (line: ForecastLine) => void,
) => Promise<void>

const SHOW_EVERY_MS = 200

/**
 * One forecast as it goes on. Lines are added up as they come and shown five times a second. What was counted before it was
 * cancelled or failed stays.
 */
export class ForecastRun {
  #shown: Forecast
  readonly #counts = new Map<string, ExpiryCount>()
  #progress: ForecastProgress | null = null
  #end: ForecastEnd | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #stop = new AbortController()
  readonly #listeners = new Set<() => void>()
  readonly #ask: AskForecast
  readonly #request: ForecastRequest

  constructor(ask: AskForecast, request: ForecastRequest, askedUtc: string) {
    this.#ask = ask
    this.#request = request
    const nothing = { counts: new Map(), progress: null, end: null, error: null }
    this.#shown = { state: 'waiting', ...nothing, askedUtc }
  }

  /** Asks; ends without throwing, whatever comes of it. */
  async start(): Promise<void> {
    try {
      await this.#ask(this.#request, this.#stop.signal, (line) => this.#take(line))
      this.#show('ended')
    } catch (error) {
      if (this.#stop.signal.aborted) this.#show('cancelled')
      else this.#show('failed', error)
    }
  }

  readonly cancel = (): void => this.#stop.abort()
  readonly read = (): Forecast => this.#shown
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #take(line: ForecastLine): void {
    if (line.type === 'counts') addCounts(this.#counts, line.counts)
    else if (line.type === 'progress') this.#progress = line
    else if (line.type === 'end') this.#end = line
    this.#timer ??= setTimeout(() => this.#show('reading'), SHOW_EVERY_MS)
  }

  #show(state: Forecast['state'], error: unknown = null): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const { askedUtc } = this.#shown
    this.#shown = {
      state,
      counts: new Map(this.#counts),
      progress: this.#progress,
      end: this.#end,
      error,
      askedUtc,
    }
    for (const listener of this.#listeners) listener()
  }
}
