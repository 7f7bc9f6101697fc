import { type EvidenceRequest, MOST_RECORDINGS_PACKED } from '@/lib/contract/evidence'
import { MAX_PAGE } from '@/lib/contract/recording-search'
import type { FocusCall } from '@/lib/focus/client'
import type { Focus } from '@/lib/focus/focus'

/** Which recordings are packed. */
export type Selection = {
  ids: number[]
  /** What the search finds in all; null where ids were named, or Focus does not say. */
  found: number | null
  /** Rows of the search without an id that could be read. */
  unreadable: number
  /** There are more than a package takes. */
  stopped: boolean
}

/** The ids that were named, or those a search finds, page after page and no more than a package takes. */
export async function selectRecordings(
  request: EvidenceRequest['recordings'],
  focus: Focus,
  call: FocusCall,
): Promise<Selection> {
  if ('ids' in request)
    return { ids: [...new Set(request.ids)], found: null, unreadable: 0, stopped: false }
  const ids = new Set<number>()
  let found: number | null = null
  let unreadable = 0
  for (let offset: number | null = 0; offset !== null; ) {
    const page = await focus.searchRecordings({ ...request.search, limit: MAX_PAGE, offset }, call)
    found = page.total ?? found
    unreadable += page.unreadable
    for (const { id } of page.recordings) {
      if (ids.size === MOST_RECORDINGS_PACKED && !ids.has(id))
        return { ids: [...ids], found, unreadable, stopped: true }
      ids.add(id)
    }
    offset = page.nextOffset
  }
  return { ids: [...ids], found, unreadable, stopped: false }
}
