import type { QueryClient } from '@tanstack/react-query'
import type { PageFacts } from '@/lib/query/page-query'
import type { ListSource } from './list-source'

/** Beyond this a list is not read whole, and says so. */
export const MOST_GATHERED = 50_000
const PAGE = 200
/** Coming back within this time reads nothing anew: every page is recorded and asks Focus. */
const KEEP_MS = 5 * 60_000

/** How far the reading of a whole list is. */
export type Gathered<T> = {
  state: 'reading' | 'ended' | 'cancelled' | 'failed'
  rows: readonly T[]
  /** Null when Focus does not say. */
  total: number | null
  unreadable: number
  /** It ended at the bound, before the last row. */
  stopped: boolean
  error: unknown
}

export const NOTHING_GATHERED: Gathered<never> = {
  state: 'reading',
  rows: [],
  total: null,
  unreadable: 0,
  stopped: false,
  error: null,
}

/**
 * Reads a list to its end or to `most` rows, one page after the other, and hands over how far it is after each. Never
 * rejects; an abort ends it as `cancelled` with what it has.
 */
export async function gatherPages<T, P extends PageFacts>(
  client: QueryClient,
  source: ListSource<T, P>,
  signal: AbortSignal,
  onProgress: (gathered: Gathered<T>) => void,
  most: number = MOST_GATHERED,
): Promise<void> {
  const rows: T[] = []
  let gathered: Gathered<T> = { ...NOTHING_GATHERED }
  let offset: number | null = 0
  while (offset !== null && rows.length < most) {
    try {
      signal.throwIfAborted()
      const query = source.page(PAGE, offset)
      const cancel = () => void client.cancelQueries({ queryKey: query.queryKey })
      signal.addEventListener('abort', cancel, { once: true })
      const page: P = await client
        .fetchQuery({ ...query, gcTime: KEEP_MS, staleTime: KEEP_MS })
        .finally(() => signal.removeEventListener('abort', cancel))
      rows.push(...source.rowsOf(page))
      offset = page.nextOffset
      const ended = offset === null || rows.length >= most
      gathered = {
        state: ended ? 'ended' : 'reading',
        rows: rows.slice(),
        total: page.total ?? gathered.total,
        unreadable: gathered.unreadable + page.unreadable,
        stopped: ended && offset !== null,
        error: null,
      }
    } catch (error) {
      onProgress({ ...gathered, state: signal.aborted ? 'cancelled' : 'failed', error })
      return
    }
    onProgress(gathered)
  }
}
