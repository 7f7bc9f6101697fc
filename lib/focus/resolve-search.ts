import type { RecordingSearch } from '@/lib/contract/recording-search'
import type { FocusCall } from './client'
import type { EndpointLookup } from './endpoint-lookup'
import { type FocusRecordingSearch, toFocusSearch } from './wire/recording-search'

/**
 * The search as Focus takes it, endpoint values resolved to ids. Wanted values and wanted ids are two
 * filters and combine with AND; unwanted ones add up, and an unwanted value that no endpoint has is dropped.
 * Null when nothing can match, so that Focus need not be asked.
 */
export async function resolveSearch(
  search: RecordingSearch,
  lookup: EndpointLookup,
  call: FocusCall,
): Promise<FocusRecordingSearch | null> {
  const { endpointValues, ...rest } = search
  if (endpointValues === undefined) return toFocusSearch(rest)
  const wanted = endpointValues.include ?? []
  const unwanted = endpointValues.exclude ?? []

  let include = search.endpointIds?.include ?? []
  if (wanted.length > 0) {
    const ids = await lookup.idsOf(wanted, call)
    include = include.length === 0 ? ids : include.filter((id) => ids.includes(id))
    if (include.length === 0) return null
  }
  const exclude = new Set(search.endpointIds?.exclude ?? [])
  if (unwanted.length > 0) for (const id of await lookup.idsOf(unwanted, call)) exclude.add(id)
  return toFocusSearch({ ...rest, endpointIds: { include, exclude: [...exclude] } })
}
