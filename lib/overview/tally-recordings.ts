import type { Recording } from '@/lib/contract/recording'
import { MAX_PAGE } from '@/lib/contract/recording-search'
import type {
  RecordingTallyLine,
  RecordingTallyRequest,
  TalliedRecording,
} from '@/lib/contract/recording-tally'
import type { FocusCall } from '@/lib/focus/client'
import type { Focus } from '@/lib/focus/focus'

/**
 * What is to be counted of the recordings of a search, page by page in the background lane, the newest first so that a
 * bound cuts off the oldest; at most `most` of them. The end says whether that was all. Throws every upstream `Problem`.
 */
export async function* tallyRecordings(
  focus: Pick<Focus, 'searchRecordings'>,
  request: RecordingTallyRequest,
  options: {
    call: FocusCall
    /** Told how many were read, after each page. */
    onRead?: (recordings: number) => void
  },
): AsyncGenerator<RecordingTallyLine> {
  const call: FocusCall = { ...options.call, lane: 'background' }
  // Asked for by name: that the newest come first is not written anywhere, and what was counted is told by it.
  const sort = { field: 'start', direction: 'desc' } as const
  const seen = new Set<number>()
  let unreadable = 0
  let passed = 0
  let total: number | null = null
  let offset: number | null = 0
  while (offset !== null && passed < request.most) {
    const limit = Math.min(MAX_PAGE, request.most - passed)
    const page: Awaited<ReturnType<Focus['searchRecordings']>> = await focus.searchRecordings(
      { ...request.recordings, sort, limit, offset },
      call,
    )
    // A recording that arrives meanwhile moves the rest down, across the edge of a page: nothing is counted twice.
    const fresh = page.recordings.filter(({ id }) => !seen.has(id))
    for (const { id } of fresh) seen.add(id)
    passed += page.recordings.length + page.unreadable
    unreadable += page.unreadable
    total = page.total ?? total
    offset = page.nextOffset
    options.onRead?.(seen.size)
    yield {
      type: 'recordings',
      recordings: fresh.map(toTallied),
      read: seen.size,
      unreadable,
      total,
    }
  }
  yield { type: 'end', complete: offset === null && (total === null || passed >= total) }
}

function toTallied(recording: Recording): TalliedRecording {
  const { id, kind, startUtc, durationMs, hasTranscript } = recording
  const parties = recording.parties.map(({ personId, personName, value }) => ({
    personId,
    personName,
    value,
  }))
  return { id, kind, startUtc, durationMs, hasTranscript, parties }
}
