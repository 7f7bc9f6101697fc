import { queryOptions } from '@tanstack/react-query'
import { API } from '@/lib/contract/api'
import { apiFetch } from './api-fetch'
import { apiKey } from './query-key'

/** Tenant, service user, token and upstream health; asked again every 10 s while on screen. */
export function statusQuery() {
  return queryOptions({
    queryKey: apiKey('getStatus', null),
    queryFn: ({ signal }) => apiFetch(API.getStatus, {}, signal),
    staleTime: 5_000,
    refetchInterval: 10_000,
  })
}
