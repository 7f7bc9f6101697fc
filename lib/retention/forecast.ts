import type { Permission } from '@/lib/contract/permission'
import { MAX_PAGE, type RecordingPage } from '@/lib/contract/recording-search'
import type { ForecastLine, RetentionForecastRequest } from '@/lib/contract/retention'
import type { FocusCall } from '@/lib/focus/client'
import type { Focus } from '@/lib/focus/focus'
import { Problem } from '@/lib/problem/problem'
import { ForecastCounts, type ForecastTotals } from './forecast-counts'
import { imaginedMove } from './imagined-move'

/** By these alone may a search be narrowed by somebody who must not search: none says who spoke to whom, or what. */
const OPEN_TO_ALL: readonly string[] = ['start', 'kinds', 'retentionGroupIds']

/** Throws `forbidden` when a request tells more of recordings than the asker may know (docs/decisions/0011). */
export function refuseSearching(
  request: Pick<RetentionForecastRequest, 'recordings'>,
  permissions: readonly Permission[],
): void {
  if (permissions.includes('recordings.search')) return
  const given = Object.entries(request.recordings ?? {}).filter(([, value]) => value !== undefined)
  const closed = given.map(([field]) => field).filter((field) => !OPEN_TO_ALL.includes(field))
  if (closed.length === 0) return
  throw new Problem(
    'forbidden',
    'None of your roles may search recordings; a forecast may be narrowed by time, kind and retention group.',
    { missing: 'recordings.search' },
  )
}

/**
 * What will be deleted and when: reads the recordings of a search page by page, the oldest first so that what arrives meanwhile
 * moves nothing, in the background lane, at most `most` of them. After each page come its counts (to be added up) and how
 * far it is; the end says whether that was all. Throws every upstream `Problem`, and `invalid-request` for an unknown group.
 */
export async function* forecast(
  focus: Pick<Focus, 'getRetentionGroups' | 'searchRecordings'>,
  request: RetentionForecastRequest,
  options: {
    call: FocusCall
    nowUtc: string
    withExamples: boolean
    /** Told how many were read, after each page. */
    onRead?: (recordings: number) => void
  },
): AsyncGenerator<ForecastLine> {
  const call: FocusCall = { ...options.call, lane: 'background' }
  const { groups } = await focus.getRetentionGroups(call)
  const counts = new ForecastCounts({
    groups,
    move: request.whatIf === undefined ? null : imaginedMove(request.whatIf, groups),
    today: options.nowUtc.slice(0, 10),
    withExamples: options.withExamples,
  })
  const extent: Extent = { read: 0, unreadable: 0, oldestUtc: null, newestUtc: null }
  let total: number | null = null
  let offset: number | null = 0
  while (offset !== null && extent.read + extent.unreadable < request.most) {
    const limit = Math.min(MAX_PAGE, request.most - extent.read - extent.unreadable)
    const page: RecordingPage = await focus.searchRecordings(
      { ...request.recordings, sort: { field: 'start', direction: 'asc' }, limit, offset },
      call,
    )
    for (const recording of page.recordings) {
      counts.add(recording)
      stretch(extent, recording.startUtc)
    }
    extent.read += page.recordings.length
    extent.unreadable += page.unreadable
    total = page.total ?? total
    offset = page.nextOffset
    options.onRead?.(extent.read)
    const taken = counts.take()
    if (taken.length > 0) yield { type: 'counts', counts: taken }
    const { read, unreadable } = extent
    yield { type: 'progress', read, total, unreadable, ...snapshot(counts.totals) }
  }
  // What was deleted meanwhile moves the rest up, past the page being read.
  const allSeen = total === null || extent.read + extent.unreadable >= total
  yield {
    type: 'end',
    complete: offset === null && allSeen,
    oldestUtc: extent.oldestUtc,
    newestUtc: extent.newestUtc,
    examples: counts.examples(),
  }
}

type Extent = {
  read: number
  unreadable: number
  oldestUtc: string | null
  newestUtc: string | null
}

function stretch(extent: Extent, startUtc: string | null): void {
  if (startUtc === null) return
  if (extent.oldestUtc === null || startUtc < extent.oldestUtc) extent.oldestUtc = startUtc
  if (extent.newestUtc === null || startUtc > extent.newestUtc) extent.newestUtc = startUtc
}

/** As it stands now: the counts go on while the line is on its way. */
const snapshot = (totals: ForecastTotals): ForecastTotals => structuredClone(totals)
