import type { z } from 'zod'
import type {
  AccessEvent,
  AuditQuery,
  GatherLine,
  GatherProgress,
} from '@/lib/contract/access-event'
import type { LedgerState } from '@/lib/contract/ledger'
import { EventList } from './event-list'

export type Gathering = {
  state: 'waiting' | 'gathering' | 'ended' | 'cancelled' | 'failed'
  /** In time order, oldest first. */
  events: readonly AccessEvent[]
  progress: GatherProgress | null
  /** How far the ledger was proved when it ended. */
  ledger: LedgerState | null
  error: unknown
  /** When it was asked for, an instant. */
  askedUtc: string
}

export type AskGather = (
  query: z.input<typeof AuditQuery>,
  signal: AbortSignal,
  onLine: (line: GatherLine) => void,
) => Promise<void>

const SHOW_AFTER_MS = 120
const MOST_AFTER_MS = 4000

/**
 * One gathering as it goes on. Lines are taken as they come and shown in bundles, the rarer the longer the list is, so that
 * hundreds of thousands of events do not freeze the page. What arrived before it was cancelled or failed stays.
 */
export class GatherRun {
  private shown: Gathering
  private readonly list = new EventList()
  private waiting: AccessEvent[] = []
  private progress: GatherProgress | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private lastCostMs = 0
  private readonly stop = new AbortController()
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly ask: AskGather,
    private readonly query: z.input<typeof AuditQuery>,
    askedUtc: string,
  ) {
    const nothing = { events: [], progress: null, ledger: null, error: null }
    this.shown = { state: 'waiting', ...nothing, askedUtc }
  }

  /** Asks; ends without throwing, whatever comes of it. */
  async start(): Promise<void> {
    try {
      await this.ask(this.query, this.stop.signal, (line) => this.take(line))
      this.show({ state: 'ended' })
    } catch (error) {
      const cancelled = this.stop.signal.aborted
      this.show({ state: cancelled ? 'cancelled' : 'failed', error: cancelled ? null : error })
    }
  }

  cancel = (): void => this.stop.abort()

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  read = (): Gathering => this.shown

  private take(line: GatherLine): void {
    if (line.type === 'events') for (const event of line.events) this.waiting.push(event)
    else if (line.type === 'progress') this.progress = line.progress
    else if (line.type === 'end') {
      this.progress = line.progress
      this.shown = { ...this.shown, ledger: line.ledger }
    }
    this.timer ??= setTimeout(
      () => this.show({ state: 'gathering' }),
      Math.min(MOST_AFTER_MS, Math.max(SHOW_AFTER_MS, this.lastCostMs * 6)),
    )
  }

  private show(change: Partial<Gathering>): void {
    clearTimeout(this.timer)
    this.timer = undefined
    const before = performance.now()
    const events = this.list.add(this.waiting)
    this.waiting = []
    this.shown = { ...this.shown, events, progress: this.progress, ...change }
    for (const listener of this.listeners) listener()
    // Only after the page has drawn it, which costs more than merging does.
    setTimeout(() => {
      this.lastCostMs = performance.now() - before
    }, 0)
  }
}
