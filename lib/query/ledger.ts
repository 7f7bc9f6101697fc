import { queryOptions } from '@tanstack/react-query'
import { API } from '@/lib/contract/api'
import type { LedgerState } from '@/lib/contract/ledger'
import { apiFetch } from './api-fetch'
import { apiKey } from './query-key'

/** How far the ledger goes and how far it is proved. Asked once a minute while on screen; asking is itself recorded. */
export function ledgerStateQuery() {
  return queryOptions({
    queryKey: apiKey('getLedgerState', null),
    queryFn: ({ signal }) => apiFetch(API.getLedgerState, {}, signal),
    staleTime: 60_000,
    refetchInterval: 60_000,
  })
}

/** Checks every entry, root and signature anew; recorded as `ledger-verify`. */
export function verifyLedger(): Promise<LedgerState> {
  return apiFetch(API.verifyLedger, {})
}

/** One entry with its inclusion proof. `not-found` where the ledger has no such entry. */
export function ledgerEntryQuery(sequence: number) {
  return queryOptions({
    queryKey: apiKey('getLedgerEntry', sequence),
    queryFn: ({ signal }) => apiFetch(API.getLedgerEntry, { params: { sequence } }, signal),
    // Reading an entry is itself recorded, and an entry never changes. A proof that no checkpoint gives yet comes
    // within a minute.
    staleTime: ({ state }) => (state.data?.proof === null ? 20_000 : Infinity),
    refetchInterval: ({ state }) => (state.data?.proof === null ? 20_000 : false),
  })
}
