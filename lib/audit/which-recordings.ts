import type { AccessedCall } from '@/lib/contract/access-event'
import type { Recording } from '@/lib/contract/recording'
import { MAX_PAGE, type RecordingPage, type RecordingSearch } from '@/lib/contract/recording-search'
import type { Clock } from '@/lib/focus/clock'
import type { Focus } from '@/lib/focus/focus'
import { Problem } from '@/lib/problem/problem'
import { patiently } from './read-focus-audit'
import type { Asked } from './wanted-event'

type FocusCall = Parameters<Focus['searchRecordings']>[1]

/** Recordings whose audit is wanted, as far as their calls are known. */
export type Wanted = { ids: number[]; calls: Map<number, AccessedCall> }

/** The search that says which recordings are meant; null when every recording is. */
export function filterOf({ by, recordings, to }: Asked): RecordingSearch | null {
  const filter: RecordingSearch = { ...recordings }
  if (by.kind === 'subject') filter.personIds = { ...filter.personIds, include: [by.personId] }
  if (Object.keys(filter).length === 0) return null
  return before(filter, to)
}

/** Whether recordings are chosen beside the way in. */
export const hasFilter = ({ recordings }: Asked): boolean =>
  recordings !== undefined && Object.keys(recordings).length > 0

/** The search whose finds are read from Focus; null when the recordings are named otherwise. */
export function searchOf(asked: Asked): RecordingSearch | null {
  const filter = filterOf(asked)
  if (asked.by.kind === 'recording') return null
  // Whom the ledger knows, it also knows the recordings of: only what a filter adds is searched for.
  if (asked.by.kind === 'actor') return asked.focus ? filter : null
  // Of the ledger alone, all is told by the ledger; a subject's calls it may not have been told of.
  if (asked.by.kind === 'all') return asked.focus ? (filter ?? before({}, asked.to)) : null
  return filter
}

/** Nothing is accessed before it is there. */
function before(filter: RecordingSearch, to: string | undefined): RecordingSearch {
  if (to === undefined || filter.start?.to !== undefined) return filter
  return { ...filter, start: { ...filter.start, to } }
}

/** Whether the parties fit where both a subject and further people are asked for: a search takes one list of people. */
function fits(recording: Recording, { by, recordings }: Asked): boolean {
  const people = recordings?.personIds?.include
  if (by.kind !== 'subject' || people === undefined || people.length === 0) return true
  return recording.parties.some(({ personId }) => personId !== null && people.includes(personId))
}

/**
 * Of recordings the ledger names, those that are meant, with what Focus knows of them. Without a filter all are, and
 * what Focus knows of them is only asked where Focus is asked at all, and done without where that fails.
 */
export async function narrow(
  focus: Pick<Focus, 'searchRecordings'>,
  ids: number[],
  asked: Asked,
  call: FocusCall,
  clock: Clock,
): Promise<Wanted> {
  const filter = filterOf(asked)
  // Their own parties say that they are the subject's; they may be gone from Focus.
  const certain = filter === null || (asked.by.kind === 'subject' && !hasFilter(asked))
  if (certain && !asked.focus) return { ids, calls: new Map() }
  const named = filter?.ids?.include
  const include = named === undefined ? ids : ids.filter((id) => named.includes(id))
  if (include.length === 0) return { ids: certain ? ids : [], calls: new Map() }
  try {
    const search = { ...filter, ids: { ...filter?.ids, include }, limit: MAX_PAGE }
    const page = await patiently((own) => focus.searchRecordings(search, own), call, clock)
    const { ids: found, calls } = wantedOf(page, asked)
    return { ids: certain ? ids : found, calls }
  } catch (error) {
    call.signal.throwIfAborted()
    if (!certain || !(error instanceof Problem)) throw error
    return { ids, calls: new Map() }
  }
}

/**
 * What a search finds, page by page, at most so many recordings; `tell` hears of each page.
 * Throws the problems of `searchRecordings`.
 */
export async function* searchedPages(
  focus: Pick<Focus, 'searchRecordings'>,
  search: RecordingSearch,
  asked: Asked,
  call: FocusCall,
  clock: Clock,
  tell: (page: RecordingPage) => void,
): AsyncGenerator<Wanted> {
  let seen = 0
  for (let offset: number | null = 0; offset !== null && seen < asked.most; ) {
    const limit = Math.min(MAX_PAGE, asked.most - seen)
    const body = { ...search, limit, offset }
    const page: RecordingPage = await patiently(
      (own) => focus.searchRecordings(body, own),
      call,
      clock,
    )
    seen += page.recordings.length
    tell(page)
    yield wantedOf(page, asked)
    offset = page.nextOffset
  }
}

function wantedOf(page: RecordingPage, asked: Asked): Wanted {
  const recordings = page.recordings.filter((recording) => fits(recording, asked))
  return {
    ids: recordings.map(({ id }) => id),
    calls: new Map(recordings.map((recording) => [recording.id, accessedCall(recording)])),
  }
}

function accessedCall(recording: Recording): AccessedCall {
  const { id, startUtc, durationMs, kind, direction, parties, tags, retentionGroupId } = recording
  return {
    recordingId: id,
    startUtc,
    durationMs,
    kind,
    direction,
    parties,
    tags,
    retentionGroupId,
  }
}
