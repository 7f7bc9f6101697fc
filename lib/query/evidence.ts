import { queryOptions } from '@tanstack/react-query'
import { API } from '@/lib/contract/api'
import type { EvidenceRequest, EvidenceState } from '@/lib/contract/evidence'
import { apiFetch } from './api-fetch'
import { apiUrl } from './api-url'
import { apiKey } from './query-key'

const MAKING_EVERY_MS = 800

/** The reader's own packages, newest first; asked again while one is being made. */
export function evidenceQuery() {
  return queryOptions({
    queryKey: apiKey('listEvidence', null),
    queryFn: async ({ signal }) => (await apiFetch(API.listEvidence, {}, signal)).packages,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.some((one) => one.state === 'making') ? MAKING_EVERY_MS : false,
  })
}

/** Begins a package. Failures: `invalid-request`, `rate-limited`, `ledger-unavailable`. */
export function makeEvidence(request: EvidenceRequest): Promise<EvidenceState> {
  return apiFetch(API.makeEvidence, { body: request })
}

/** Stops making a package, or throws it away. Failures: `not-found`. */
export function cancelEvidence(id: string): Promise<EvidenceState> {
  return apiFetch(API.cancelEvidence, { params: { id } })
}

/** Where a package is fetched; a download that broke off goes on from there. */
export const evidencePackageUrl = (id: string): string =>
  apiUrl(API.downloadEvidence, { params: { id } })
