import { queryOptions } from '@tanstack/react-query'
import { API } from '@/lib/contract/api'
import { apiFetch } from './api-fetch'
import { apiKey } from './query-key'

/** People whose name contains the text, for suggestions while typing. Give at least one character. */
export function peopleByNameQuery(name: string) {
  const trimmed = name.trim()
  return queryOptions({
    queryKey: apiKey('getPeopleNames', { name: trimmed }),
    queryFn: ({ signal }) => apiFetch(API.getPeopleNames, { query: { name: trimmed } }, signal),
    staleTime: 60_000,
    enabled: trimmed !== '',
  })
}

/** The names behind ids, for the chips of a pasted link. At most 100; an id nobody has is left out of the answer. */
export function peopleByIdsQuery(ids: readonly number[]) {
  // In one order, so that the same people in another order are one entry of the cache.
  const sorted = [...new Set(ids)].sort((a, b) => a - b).slice(0, 100)
  return queryOptions({
    queryKey: apiKey('getPeopleNames', { ids: sorted }),
    queryFn: ({ signal }) =>
      apiFetch(API.getPeopleNames, { query: { ids: sorted.join(',') } }, signal),
    staleTime: 5 * 60_000,
    enabled: sorted.length > 0,
  })
}
