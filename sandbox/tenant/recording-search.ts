import type { Endpoint } from './firm'
import { matchText } from './free-text'
import type { Message } from './messages'
import type { RecordingFacts } from './recording-facts'
import { type RecordingFilter, type RecordingSearchBody, selects } from './recording-filter'
import { indexOfId } from './recording-row'
import { makeScan, type Scan } from './scan'
import { indexInThirdPartyId } from './third-party-id'
import type { Timeline } from './timeline'

const KEPT_SCANS = 8
const MOST_SECONDS = 10_801
/** Past this many conversations a search answers without a total rather than read on for it. */
const CONVERSATIONS_FOR_A_TOTAL = 2000

export type SearchSources = {
  size: number
  timeline: Timeline
  facts: RecordingFacts
  endpoints: readonly Endpoint[]
  tagsOf: (index: number) => string[]
  messageOf: (index: number) => Message
  thirdPartyIdOf: (index: number) => string
  hasTranscription: (index: number) => boolean
  userIdOf: (personId: number) => number | null
}

type KeptScan = { scan: Scan; conversationsRead: () => number; byDuration: Int32Array | null }

/** Indexes of one page, in order, and how many there are in all; null when that was not counted. */
export type FoundPage = { indexes: number[]; total: number | null }

export function makeRecordingSearch(sources: SearchSources) {
  const { facts, timeline } = sources
  const kept = new Map<string, KeptScan>()

  /** The newest and oldest index a filter can match, from what can be had by arithmetic. */
  const boundsOf = (filter: RecordingFilter): [number, number] => {
    const { from, to } = filter.startDatetimeUTC ?? {}
    let first = from === undefined ? 0 : timeline.firstFrom(Date.parse(from))
    let last = (to === undefined ? sources.size : timeline.firstFrom(Date.parse(to))) - 1
    const wanted = filter.recordingIds?.include?.length
      ? filter.recordingIds.include.map(indexOfId)
      : filter.thirdPartyIds?.include?.length
        ? filter.thirdPartyIds.include.map((id) => indexInThirdPartyId(id) ?? -1)
        : null
    if (wanted) {
      const real = wanted.filter((index) => index >= 0 && index < sources.size)
      first = real.reduce((least, index) => Math.min(least, index), sources.size)
      last = real.reduce((most, index) => Math.max(most, index), -1)
    }
    return [first, last]
  }

  const endpointsOf = (index: number) => [
    facts.internalEndpointOf(index),
    facts.otherEndpointOf(index),
    ...facts.furtherEndpointsOf(index),
  ]
  const personIdsOf = (index: number) =>
    endpointsOf(index).flatMap((endpoint) => endpoint.person?.personId ?? [])

  /** What every row must pass, cheapest first. */
  const testsOf = (filter: RecordingFilter) => {
    const tests: ((index: number) => boolean)[] = []
    const add = <T>(
      selected: ((values: readonly T[]) => boolean) | null,
      valuesOf: (index: number) => readonly T[],
    ) => {
      if (selected) tests.push((index) => selected(valuesOf(index)))
    }
    const { from, to } = filter.startDatetimeUTC ?? {}
    if (from !== undefined || to !== undefined) {
      const [first, last] = boundsOf({ startDatetimeUTC: filter.startDatetimeUTC })
      tests.push((index) => index >= first && index <= last)
    }
    add(selects(filter.recordingIds), (index) => [index + 500_000])
    add(selects(filter.types), (index) => [facts.kindOf(index)])
    add(selects(filter.directions), (index) => [facts.directionOf(index)])
    if (filter.hasComments !== undefined) {
      tests.push((index) => facts.commentCountOf(index) > 0 === filter.hasComments)
    }
    const { min, max } = filter.durationSeconds ?? {}
    if (min !== undefined || max !== undefined) {
      tests.push((index) => {
        const seconds = facts.durationSecondsOf(index)
        return seconds !== null && seconds >= (min ?? 0) && seconds <= (max ?? MOST_SECONDS)
      })
    }
    add(selects(filter.retentionGroupIds), (index) => [facts.retentionGroupOf(index)])
    if (filter.hasTranscription !== undefined) {
      tests.push((index) => sources.hasTranscription(index) === filter.hasTranscription)
    }
    add(selects(filter.thirdPartyIds), (index) => [sources.thirdPartyIdOf(index)])
    add(selects(filter.tags), sources.tagsOf)
    add(selects(filter.endpointIds), (index) => endpointsOf(index).map((item) => item.endpointId))
    add(selects(filter.peopleIds), personIdsOf)
    add(selects(filter.userIds), (index) =>
      personIdsOf(index).flatMap((id) => sources.userIdOf(id) ?? []),
    )
    return tests
  }

  const keptScanOf = (filter: RecordingFilter): KeptScan => {
    const key = JSON.stringify(filter)
    const known = kept.get(key)
    if (known) {
      kept.delete(key)
      kept.set(key, known)
      return known
    }
    const [first, last] = boundsOf(filter)
    const tests = testsOf(filter)
    const text = filter.freeText?.trim() ? matchText(filter.freeText, sources) : null
    if (text) tests.push(text.matches)
    const conversationsRead = text?.conversationsRead ?? (() => 0)
    const scan = makeScan(
      first,
      last,
      (index) => tests.every((test) => test(index)),
      conversationsRead,
    )
    const fresh = { scan, conversationsRead, byDuration: null }
    kept.set(key, fresh)
    const oldest = kept.keys().next().value
    if (kept.size > KEPT_SCANS && oldest !== undefined) kept.delete(oldest)
    return fresh
  }

  /** All matches by falling duration, newest first among equals: a counting sort, for durations are small. */
  const byDurationOf = (search: KeptScan): Int32Array => {
    if (search.byDuration) return search.byDuration
    const count = search.scan.found()
    const seconds = new Int32Array(count)
    const starts = new Int32Array(MOST_SECONDS + 1)
    for (let place = 0; place < count; place++) {
      const length = facts.durationSecondsOf(search.scan.at(place)) ?? 0
      seconds[place] = length
      const bucket = MOST_SECONDS - length
      starts[bucket] = (starts[bucket] ?? 0) + 1
    }
    let before = 0
    for (let bucket = 0; bucket <= MOST_SECONDS; bucket++) {
      const size = starts[bucket] ?? 0
      starts[bucket] = before
      before += size
    }
    const sorted = new Int32Array(count)
    for (let place = 0; place < count; place++) {
      const bucket = MOST_SECONDS - (seconds[place] ?? 0)
      const target = starts[bucket] ?? 0
      sorted[target] = search.scan.at(place)
      starts[bucket] = target + 1
    }
    search.byDuration = sorted
    return sorted
  }

  /** Only the dates are asked about, if anything: the rows are known without looking at one. */
  const isArithmetic = (filter: RecordingFilter) =>
    Object.entries(filter).every(
      ([name, value]) => name === 'startDatetimeUTC' || value === undefined,
    )

  return async (body: RecordingSearchBody, signal: AbortSignal): Promise<FoundPage> => {
    const { sort, limit = 50, offset = 0, ...filter } = body
    const byDuration = sort?.field === 'durationSeconds'
    const rising = sort?.direction === 'asc'
    const page = (total: number, at: (place: number) => number): number[] => {
      const length = Math.max(0, Math.min(limit, total - offset))
      return Array.from({ length }, (_, step) =>
        at(rising ? total - 1 - offset - step : offset + step),
      )
    }
    if (!byDuration && isArithmetic(filter)) {
      const [first, last] = boundsOf(filter)
      const total = Math.max(0, last - first + 1)
      return { indexes: page(total, (place) => last - place), total }
    }
    const search = keptScanOf(filter)
    const { scan } = search
    if (byDuration || rising) {
      await scan.until(Number.POSITIVE_INFINITY, signal)
      const sorted = byDuration ? byDurationOf(search) : null
      const total = scan.found()
      return { indexes: page(total, (place) => sorted?.[place] ?? scan.at(place)), total }
    }
    await scan.until(offset + limit, signal)
    while (!scan.isDone() && search.conversationsRead() < CONVERSATIONS_FOR_A_TOTAL) {
      await scan.until(scan.found() + 1000, signal)
    }
    const total = scan.isDone() ? scan.found() : null
    return { indexes: page(scan.found(), (place) => scan.at(place)), total }
  }
}
