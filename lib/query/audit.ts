import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { AuditQuery, GatherLine } from '@/lib/contract/access-event'
import { API } from '@/lib/contract/api'
import type { Dismissal, DismissalRequest } from '@/lib/contract/finding'
import { apiFetch } from './api-fetch'
import { apiLines } from './api-lines'
import { apiKey } from './query-key'

/**
 * Gathers an audit and hands over each line as it arrives; the last is `end`. Each call is itself recorded as `audit-read`
 * under the reader's name. Throws a `Problem`: `forbidden`, `invalid-request`, `ledger-unavailable`, every upstream one,
 * `offline` when it broke off. An abort rejects with the signal's reason and stops the server.
 */
export function gatherAudit(
  query: z.input<typeof AuditQuery>,
  signal: AbortSignal,
  onLine: (line: GatherLine) => void,
): Promise<void> {
  return apiLines(API.gatherAudit, { body: query }, signal, onLine)
}

/** Everybody the ledger has entries of. */
export function auditActorsQuery() {
  return queryOptions({
    queryKey: apiKey('getAuditActors', null),
    queryFn: ({ signal }) => apiFetch(API.getAuditActors, {}, signal),
    staleTime: 60_000,
  })
}

/** What findings in a time range are judged by. Ends are instants; the same range is one entry of the cache. */
export function findingContextQuery(from: string | null, to: string | null) {
  const query = { ...(from !== null && { from }), ...(to !== null && { to }) }
  return queryOptions({
    queryKey: apiKey('getFindingContext', query),
    queryFn: ({ signal }) => apiFetch(API.getFindingContext, { query }, signal),
    staleTime: 5 * 60_000,
  })
}

/** Findings that were dismissed, with the reasons. */
export function dismissalsQuery() {
  return queryOptions({
    queryKey: apiKey('getDismissals', null),
    queryFn: ({ signal }) => apiFetch(API.getDismissals, {}, signal),
    staleTime: 60_000,
  })
}

/** Dismisses a finding; recorded under the reader's name. Answers all dismissals. */
export async function dismissFinding(
  request: z.input<typeof DismissalRequest>,
): Promise<{ dismissals: Dismissal[] }> {
  return apiFetch(API.dismissFinding, { body: request })
}
