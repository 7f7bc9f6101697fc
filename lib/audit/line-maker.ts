import type { AccessEvent, GatherLine } from '@/lib/contract/access-event'
import type { Clock } from '@/lib/focus/clock'
import type { GatherTally } from './gather-tally'
import { inTimeOrder } from './join'
import { type Asked, isWanted } from './wanted-event'

const EVENTS_A_LINE = 500
const RECORDINGS_A_LINE = 20
const LINE_EVERY_MS = 250

/** Makes lines of events that are wanted: when there is enough of them, of recordings, or of time. */
export class LineMaker {
  #events: AccessEvent[] = []
  #recordings = 0
  #sentMs: number

  constructor(
    private readonly asked: Asked,
    private readonly tally: GatherTally,
    private readonly clock: Clock,
  ) {
    this.#sentMs = clock.now()
  }

  *add(events: readonly AccessEvent[], read = false): Generator<GatherLine> {
    for (const event of events) {
      if (!isWanted(event, this.asked)) continue
      this.#events.push(event)
      this.tally.events += 1
    }
    if (read) this.#recordings += 1
    const due = this.clock.now() - this.#sentMs >= LINE_EVERY_MS
    if (due || this.#recordings >= RECORDINGS_A_LINE || this.#events.length >= EVENTS_A_LINE)
      yield* this.flush()
  }

  *flush(): Generator<GatherLine> {
    const events = inTimeOrder(this.#events)
    this.#events = []
    this.#recordings = 0
    this.#sentMs = this.clock.now()
    for (let at = 0; at < events.length; at += EVENTS_A_LINE)
      yield { type: 'events', events: events.slice(at, at + EVENTS_A_LINE) }
    yield { type: 'progress', progress: this.tally.progress() }
  }
}
