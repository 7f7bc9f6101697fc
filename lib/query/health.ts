import { queryOptions } from '@tanstack/react-query'
import { API } from '@/lib/contract/api'
import { apiFetch } from './api-fetch'
import { apiKey } from './query-key'

/** Whether the console's server answers at all, asked every 5 s while `wanted`; its answer ends `connection.unreachable`. */
export function healthQuery(wanted: boolean) {
  return queryOptions({
    queryKey: apiKey('getHealth', null),
    queryFn: ({ signal }) => apiFetch(API.getHealth, {}, signal),
    enabled: wanted,
    retry: false,
    // An answer counts for a while: a call that fails although the server answers is not repeated without a pause.
    staleTime: 5_000,
    gcTime: 10_000,
    refetchInterval: 5_000,
  })
}
