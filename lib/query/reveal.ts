import { queryOptions, skipToken } from '@tanstack/react-query'
import { API } from '@/lib/contract/api'
import type { RecordingDetail } from '@/lib/contract/recording'
import { apiFetch } from './api-fetch'
import { apiKey } from './query-key'

/** A recording in clear beside the same as it was masked. */
export type Revealed = { clear: RecordingDetail; masked: RecordingDetail }

/** What was revealed of a recording on this page; never asked for by itself, and gone with the page. */
export function revealedQuery(id: number) {
  return queryOptions<Revealed>({
    queryKey: apiKey('revealRecording', id),
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
}

/** Asks who is behind the pseudonyms of a recording; the ledger has it. Failures: as for reading it, and `reason-required`. */
export function revealRecording(recordingId: number, reason?: string): Promise<RecordingDetail> {
  return apiFetch(API.revealRecording, {
    body: { recordingId, ...(reason !== undefined && { reason }) },
  })
}
