import { Temporal } from 'temporal-polyfill'
import type { TalliedRecording } from '@/lib/contract/recording-tally'

/** Recordings with the ids of the newest, of which a link names as many as an address takes. */
export type Counted = { count: number; ids: number[] }

type PartyCount = Counted & { name: string; durationMs: number }
export type PersonCount = PartyCount & { personId: number }
export type EndpointCount = PartyCount & { value: string }

/** How long recordings are, shortest first. `token` is what the search box calls the range; null for what has no length. */
export const DURATION_STEPS = [
  { label: 'under 30 s', belowMs: 30_000, token: 'dur:<30s' },
  { label: '30 s to 1 min', belowMs: 60_000, token: 'dur:30s..59s' },
  { label: '1 to 3 min', belowMs: 180_000, token: 'dur:1m..179s' },
  { label: '3 to 10 min', belowMs: 600_000, token: 'dur:3m..599s' },
  { label: '10 to 30 min', belowMs: 1_800_000, token: 'dur:10m..1799s' },
  { label: '30 min to 1 h', belowMs: 3_600_000, token: 'dur:30m..3599s' },
  { label: '1 h and longer', belowMs: Number.POSITIVE_INFINITY, token: 'dur:>=1h' },
] as const

/** More ids than this no search takes. */
export const MOST_NAMED = 1_000
const QUARTER_MS = 900_000

export type Tally = {
  recordings: number
  /** Without a start that could be read: in no day and no hour. */
  undated: number
  /** When the oldest began; null when none has a start. */
  oldestUtc: string | null
  /** `YYYY-MM-DD` in the zone asked for, with a count for each kind; every day between the first and the last. */
  days: { day: string; kinds: Record<string, number> }[]
  /** Kinds, the most frequent first. */
  kinds: string[]
  /** By weekday (Monday first), then by hour. */
  hours: Counted[][]
  /** By step of `DURATION_STEPS`; what has no length is in none. */
  durations: number[]
  /** By person id, the busiest first. */
  people: PersonCount[]
  /** By value, the busiest first. */
  endpoints: EndpointCount[]
  /** By kind, in the order of `kinds`. */
  transcripts: { kind: string; with: number; without: number; unknown: number }[]
}

/** Counts recordings as they arrive. Days and hours are those of `timeZone`. */
export class RecordingTally {
  readonly #timeZone: string
  /** A quarter of an hour has one day, weekday and hour in every zone there is. */
  readonly #quarters = new Map<number, { day: string; weekday: number; hour: number }>()
  readonly #days = new Map<string, Record<string, number>>()
  readonly #hours: Counted[][] = Array.from({ length: 7 }, () =>
    Array.from({ length: 24 }, () => ({ count: 0, ids: [] })),
  )
  readonly #durations = DURATION_STEPS.map(() => 0)
  readonly #people = new Map<number, PartyCount>()
  readonly #endpoints = new Map<string, PartyCount>()
  readonly #transcripts = new Map<string, { with: number; without: number; unknown: number }>()
  #recordings = 0
  #undated = 0
  #oldestUtc: string | null = null

  constructor(timeZone: string) {
    this.#timeZone = timeZone
  }

  add(recordings: readonly TalliedRecording[]): void {
    for (const recording of recordings) this.#addOne(recording)
  }

  /** As it stands now. */
  read(): Tally {
    const kinds = [...this.#transcripts]
      .map(([kind, counts]) => ({ kind, all: counts.with + counts.without + counts.unknown }))
      .sort((a, b) => b.all - a.all)
      .map(({ kind }) => kind)
    return {
      recordings: this.#recordings,
      undated: this.#undated,
      oldestUtc: this.#oldestUtc,
      days: this.#everyDay(),
      kinds,
      hours: this.#hours.map((day) => day.map(({ count, ids }) => ({ count, ids: [...ids] }))),
      durations: [...this.#durations],
      people: busiest(this.#people, (personId) => ({ personId })),
      endpoints: busiest(this.#endpoints, (value) => ({ value })),
      transcripts: kinds.map((kind) => ({ kind, ...(this.#transcripts.get(kind) ?? NONE) })),
    }
  }

  #addOne({ id, kind: named, startUtc, durationMs, hasTranscript, parties }: TalliedRecording) {
    this.#recordings += 1
    const kind = named ?? ''
    const coverage = this.#transcripts.get(kind) ?? { with: 0, without: 0, unknown: 0 }
    coverage[hasTranscript === null ? 'unknown' : hasTranscript ? 'with' : 'without'] += 1
    this.#transcripts.set(kind, coverage)
    if (startUtc === null) this.#undated += 1
    else this.#place(id, kind, startUtc)
    if (durationMs !== null) {
      const step = DURATION_STEPS.findIndex(({ belowMs }) => durationMs < belowMs)
      this.#durations[step] = (this.#durations[step] ?? 0) + 1
    }
    // Somebody who speaks on two endpoints of one call took part once.
    const people = new Map(parties.map((party) => [party.personId, party.personName]))
    for (const [personId, name] of people)
      if (personId !== null)
        addTo(this.#people, personId, name ?? `Person ${personId}`, id, durationMs ?? 0)
    for (const value of new Set(parties.map((party) => party.value)))
      if (value !== null) addTo(this.#endpoints, value, value, id, durationMs ?? 0)
  }

  #place(id: number, kind: string, startUtc: string): void {
    if (this.#oldestUtc === null || Date.parse(startUtc) < Date.parse(this.#oldestUtc))
      this.#oldestUtc = startUtc
    const { day, weekday, hour } = this.#quarterOf(startUtc)
    const kinds = this.#days.get(day) ?? {}
    kinds[kind] = (kinds[kind] ?? 0) + 1
    this.#days.set(day, kinds)
    const cell = this.#hours[weekday]?.[hour]
    if (cell === undefined) return
    count(cell, id)
  }

  #quarterOf(startUtc: string) {
    const quarter = Math.floor(Date.parse(startUtc) / QUARTER_MS)
    const known = this.#quarters.get(quarter)
    if (known !== undefined) return known
    const at = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_MS).toZonedDateTimeISO(
      this.#timeZone,
    )
    const found = { day: at.toPlainDate().toString(), weekday: at.dayOfWeek - 1, hour: at.hour }
    this.#quarters.set(quarter, found)
    return found
  }

  /** A day without a recording is a day, too: a gap must show. */
  #everyDay(): Tally['days'] {
    const days = [...this.#days.keys()].sort()
    const last = days.at(-1)
    const [first] = days
    if (first === undefined || last === undefined) return []
    const every: Tally['days'] = []
    const end = Temporal.PlainDate.from(last)
    let day = Temporal.PlainDate.from(first)
    for (; Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) {
      const name = day.toString()
      every.push({ day: name, kinds: { ...this.#days.get(name) } })
    }
    return every
  }
}

const NONE = { with: 0, without: 0, unknown: 0 }

function count(counted: Counted, id: number): void {
  counted.count += 1
  if (counted.ids.length < MOST_NAMED) counted.ids.push(id)
}

function addTo<K>(
  counts: Map<K, PartyCount>,
  key: K,
  name: string,
  id: number,
  durationMs: number,
): void {
  const party = counts.get(key) ?? { name, count: 0, ids: [], durationMs: 0 }
  count(party, id)
  party.durationMs += durationMs
  counts.set(key, party)
}

const SHOWN = 12

function busiest<K, N>(counts: ReadonlyMap<K, PartyCount>, naming: (key: K) => N) {
  return [...counts]
    .sort(([, a], [, b]) => b.count - a.count || a.name.localeCompare(b.name))
    .slice(0, SHOWN)
    .map(([key, party]) => ({ ...naming(key), ...party, ids: [...party.ids] }))
}
