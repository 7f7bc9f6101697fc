import type { QueryClient } from '@tanstack/react-query'
import type { PageFacts } from '@/lib/query/page-query'
import type { ListSource } from './list-source'
import { countOf, type Noun } from './noun'

/** The largest page that a list is asked for. */
const LARGEST_PAGE = 200

export type ExportProgress = { done: number; total: number | null; unreadable: number }
export type ExportResult = ExportProgress & {
  parts: string[]
  /** It ended before the last row: `cancelled`, or the failure that stopped it. */
  stopped: 'cancelled' | { error: unknown } | null
}

/**
 * Reads every page of a list, one after the other, and writes its rows. Nothing stays in the cache. A cancelled or failed
 * run keeps what it has and says so.
 */
export async function exportPages<T, P extends PageFacts>(
  client: QueryClient,
  source: Pick<ListSource<T, P>, 'page' | 'rowsOf'>,
  write: (rows: readonly T[]) => string,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
): Promise<ExportResult> {
  const parts: string[] = []
  const progress: ExportProgress = { done: 0, total: null, unreadable: 0 }
  let offset: number | null = 0
  while (offset !== null) {
    if (signal.aborted) return { ...progress, parts, stopped: 'cancelled' }
    try {
      const query = source.page(LARGEST_PAGE, offset)
      const cancel = () => void client.cancelQueries({ queryKey: query.queryKey })
      signal.addEventListener('abort', cancel, { once: true })
      const page: P = await client
        .fetchQuery({ ...query, gcTime: 0, staleTime: 0 })
        .finally(() => signal.removeEventListener('abort', cancel))
      const rows = source.rowsOf(page)
      parts.push(write(rows))
      progress.done += rows.length
      progress.unreadable += page.unreadable
      progress.total = page.total ?? progress.total
      onProgress({ ...progress })
      offset = page.nextOffset
    } catch (error) {
      return { ...progress, parts, stopped: signal.aborted ? 'cancelled' : { error } }
    }
  }
  return { ...progress, parts, stopped: null }
}

/** How many rows a file holds, in words that are true when it stopped early. */
export function exportedWords(result: ExportResult, noun: Noun): string {
  const unreadable =
    result.unreadable === 0 ? '' : `; ${result.unreadable} could not be read and are left out`
  if (result.stopped === null) return `${countOf(result.done, noun)}${unreadable}`
  const of = result.total === null ? '' : ` of ${result.total.toLocaleString('en-GB')}`
  return `stopped at ${result.done.toLocaleString('en-GB')}${of}${unreadable}`
}
