import type { QueryClient } from '@tanstack/react-query'
import { MAX_PAGE, type RecordingSearch } from '@/lib/contract/recording-search'
import type { Zone } from '@/lib/format/instant'
import { recordingSearchQuery } from '@/lib/query/recordings'
import { type ExportFormat, exportRows } from './export-format'

export type ExportProgress = { done: number; total: number | null; unreadable: number }
export type ExportResult = ExportProgress & {
  parts: string[]
  /** It ended before the last row: `cancelled`, or the failure that stopped it. */
  stopped: 'cancelled' | { error: unknown } | null
}

/**
 * Reads every page of a search, one after the other, and writes its rows. Nothing stays in the cache. A cancelled or failed
 * run keeps what it has and says so.
 */
export async function exportRecordings(
  client: QueryClient,
  search: RecordingSearch,
  format: ExportFormat,
  zone: Zone,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
): Promise<ExportResult> {
  const parts: string[] = []
  const progress: ExportProgress = { done: 0, total: null, unreadable: 0 }
  let offset: number | null = 0
  while (offset !== null) {
    if (signal.aborted) return { ...progress, parts, stopped: 'cancelled' }
    try {
      const query = recordingSearchQuery({ ...search, limit: MAX_PAGE, offset })
      const cancel = () => void client.cancelQueries({ queryKey: query.queryKey })
      signal.addEventListener('abort', cancel, { once: true })
      const page = await client
        .fetchQuery({ ...query, gcTime: 0, staleTime: 0 })
        .finally(() => signal.removeEventListener('abort', cancel))
      parts.push(exportRows(page.recordings, format, zone))
      progress.done += page.recordings.length
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
export function exportedWords(result: ExportResult): string {
  const count = result.done.toLocaleString('en-GB')
  const unreadable =
    result.unreadable === 0 ? '' : `; ${result.unreadable} could not be read and are left out`
  if (result.stopped === null)
    return `${count} ${result.done === 1 ? 'recording' : 'recordings'}${unreadable}`
  const of = result.total === null ? '' : ` of ${result.total.toLocaleString('en-GB')}`
  return `stopped at ${count}${of}${unreadable}`
}
