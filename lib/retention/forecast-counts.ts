import type { Recording } from '@/lib/contract/recording'
import type {
  ExpiryCount,
  ForecastLine,
  MoveEffect,
  RetentionGroup,
  RetentionWorld,
} from '@/lib/contract/retention'
import { groupOf } from './days-kept'
import { type Expiry, expiryIn, expiryNow } from './expiry'
import { effectOf, type ImaginedMove } from './imagined-move'

/** At most so many recordings of one day can be opened from it, and so many in all of each world. */
const MOST_EXAMPLES_OF_DAY = 20
const MOST_EXAMPLES = 2_500

type Example = Extract<ForecastLine, { type: 'end' }>['examples'][number]
export type ForecastTotals = Pick<
  Extract<ForecastLine, { type: 'progress' }>,
  'neverExpires' | 'unknown' | 'past' | 'move' | 'afterMove'
>
type Counted = Pick<
  Recording,
  | 'id'
  | 'kind'
  | 'startUtc'
  | 'durationMs'
  | 'expiryUtc'
  | 'legalHold'
  | 'retentionGroupId'
  | 'parties'
  | 'direction'
>

/** Counts recordings by the day on which they would be deleted, in the tenant as it stands and after an imagined move. */
export class ForecastCounts {
  readonly totals: ForecastTotals
  readonly #groups: readonly RetentionGroup[]
  readonly #move: ImaginedMove | null
  readonly #today: string
  readonly #withExamples: boolean
  readonly #examples = new Map<string, Example[]>()
  #counts = new Map<string, ExpiryCount>()

  /** `today` is a UTC day. Examples are kept only when asked for: they name recordings. */
  constructor(options: {
    groups: readonly RetentionGroup[]
    move: ImaginedMove | null
    today: string
    withExamples: boolean
  }) {
    this.#groups = options.groups
    this.#move = options.move
    this.#today = options.today
    this.#withExamples = options.withExamples
    const none = { atOnce: 0, earlier: 0, later: 0, same: 0, alreadyPast: 0, held: 0, unknown: 0 }
    const move: MoveEffect | null = options.move === null ? null : { recordings: 0, ...none }
    const afterMove = options.move === null ? null : { neverExpires: 0, unknown: 0 }
    this.totals = { neverExpires: 0, unknown: 0, past: 0, move, afterMove }
  }

  add(recording: Counted): void {
    const now = expiryNow(recording, this.#groups)
    const held = recording.legalHold === true
    if (now === 'for-ever') this.totals.neverExpires += 1
    else if (now === 'unknown') this.totals.unknown += 1
    else if (now.day < this.#today && !held) this.totals.past += 1
    const groupId = groupOf(this.#groups, recording.retentionGroupId)?.id
    this.#count(recording, now, groupId ?? recording.retentionGroupId, 'now', true)
    if (this.#move !== null) this.#imagine(recording, now, this.#move)
  }

  #imagine(recording: Counted, now: Expiry, move: ImaginedMove): void {
    const moves = move.takes(recording)
    const then = moves ? expiryIn(recording, move.to) : now
    const stays = groupOf(this.#groups, recording.retentionGroupId)?.id
    const groupId = moves ? move.to.id : (stays ?? recording.retentionGroupId)
    this.#count(recording, then, groupId, 'what-if', moves)
    const { move: effect, afterMove } = this.totals
    if (afterMove !== null && then === 'for-ever') afterMove.neverExpires += 1
    if (afterMove !== null && then === 'unknown') afterMove.unknown += 1
    if (!moves || effect === null) return
    effect.recordings += 1
    effect[effectOf(now, then, recording.legalHold === true, this.#today)] += 1
  }

  #count(
    recording: Counted,
    expiry: Expiry,
    retentionGroupId: number | null,
    world: RetentionWorld,
    withExample: boolean,
  ): void {
    if (typeof expiry === 'string') return
    const { day } = expiry
    const { kind } = recording
    const held = recording.legalHold === true
    const key = JSON.stringify([day, retentionGroupId, kind, held, world])
    const count = this.#counts.get(key)
    const durationMs = recording.durationMs ?? 0
    if (count === undefined) {
      const first = { day, retentionGroupId, kind, held, world, recordings: 1, durationMs }
      this.#counts.set(key, first)
    } else {
      count.recordings += 1
      count.durationMs += durationMs
    }
    if (withExample && this.#withExamples) this.#keep({ id: recording.id, day, held, world })
  }

  /** Of what is past its day and not on hold there is nothing left to open, unless a move brings it there. */
  #keep(example: Example): void {
    if (example.day < this.#today && !example.held && example.world === 'now') return
    const key = `${example.world} ${example.day}`
    const ofDay = this.#examples.get(key)
    if (ofDay === undefined) this.#examples.set(key, [example])
    else if (ofDay.length < MOST_EXAMPLES_OF_DAY) ofDay.push(example)
  }

  /** The counts since they were last taken; to be added to those before. */
  take(): ExpiryCount[] {
    const counts = [...this.#counts.values()]
    this.#counts = new Map()
    return counts
  }

  /** Some recordings of each day, the first to go first, the same bound for each world. */
  examples(): Example[] {
    const days = [...this.#examples].sort(([a], [b]) => (a < b ? -1 : 1))
    return (['now', 'what-if'] as const).flatMap((world) =>
      days
        .filter(([key]) => key.startsWith(`${world} `))
        .flatMap(([, ofDay]) => ofDay)
        .slice(0, MOST_EXAMPLES),
    )
  }
}
