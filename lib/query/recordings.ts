import { queryOptions } from '@tanstack/react-query'
import { API } from '@/lib/contract/api'
import type { RecordingPage, RecordingSearch } from '@/lib/contract/recording-search'
import type { RecordingTallyLine, RecordingTallyRequest } from '@/lib/contract/recording-tally'
import { Problem } from '@/lib/problem/problem'
import { apiFetch } from './api-fetch'
import { apiLines } from './api-lines'
import type { ExplainQuery, PageQuery } from './page-query'
import { apiKey } from './query-key'

/** A read of one recording is recorded under the reader's name, so it is not repeated while it is fresh. */
const READ_STALE_MS = 5 * 60_000
const PEAKS_EVERY_MS = 700

/** One page of results. Failures: `invalid-request`, `rate-limited`, and every upstream one. */
export function recordingSearchQuery(search: RecordingSearch): PageQuery<RecordingPage> {
  return {
    queryKey: apiKey('searchRecordings', search),
    queryFn: ({ signal }) => apiFetch(API.searchRecordings, { body: search }, signal),
  }
}

/** The Focus requests behind a search; asks Focus nothing but what resolves endpoint values. */
export function explainSearchQuery(search: RecordingSearch): ExplainQuery {
  return {
    queryKey: apiKey('explainSearch', search),
    queryFn: ({ signal }) => apiFetch(API.explainSearch, { body: search }, signal),
  }
}

/**
 * Reads what is to be counted of a search's recordings and hands over each line as it arrives; the last is `end`. Each run
 * is recorded under the reader's name. Throws a `Problem`: `forbidden`, `invalid-request`, `right-missing`,
 * `ledger-unavailable`, every upstream one, `offline` when it broke off. An abort rejects with the signal's reason and
 * stops the server.
 */
export function tallyRecordings(
  request: RecordingTallyRequest,
  signal: AbortSignal,
  onLine: (line: RecordingTallyLine) => void,
): Promise<void> {
  return apiLines(API.tallyRecordings, { body: request }, signal, onLine)
}

/** One recording in detail. Failures: `not-found`, `right-missing`, and every upstream one. */
export function recordingQuery(id: number) {
  return queryOptions({
    queryKey: apiKey('getRecording', id),
    queryFn: ({ signal }) => apiFetch(API.getRecording, { params: { id } }, signal),
    staleTime: READ_STALE_MS,
  })
}

/** What was said. `not-found` when there is no transcript. */
export function transcriptQuery(id: number) {
  return queryOptions({
    queryKey: apiKey('getTranscript', id),
    queryFn: ({ signal }) => apiFetch(API.getTranscript, { params: { id } }, signal),
    staleTime: READ_STALE_MS,
  })
}

/** Comments on a recording, an empty list when there are none. */
export function commentsQuery(id: number) {
  return queryOptions({
    queryKey: apiKey('getComments', id),
    queryFn: ({ signal }) => apiFetch(API.getComments, { params: { id } }, signal),
    staleTime: READ_STALE_MS,
  })
}

/** The body of a text message. `not-found` when the recording is not one. */
export function smsMessageQuery(id: number) {
  return queryOptions({
    queryKey: apiKey('getSmsMessage', id),
    queryFn: ({ signal }) => apiFetch(API.getSmsMessage, { params: { id } }, signal),
    staleTime: READ_STALE_MS,
  })
}

/**
 * The waveform of media that is being played, in at most `points` buckets (100 to 20,000). Asked again every 700 ms until
 * it is complete, and while the server has not seen the playback begin (`not-found`). Enable it only after Play.
 */
export function peaksQuery(id: number, points: number) {
  return queryOptions({
    queryKey: apiKey('getPeaks', { id, points }),
    queryFn: ({ signal }) => apiFetch(API.getPeaks, { params: { id }, query: { points } }, signal),
    staleTime: READ_STALE_MS,
    refetchInterval: ({ state }) => {
      if (state.error !== null) return isNotFound(state.error) ? PEAKS_EVERY_MS : false
      const peaks = state.data
      const done = peaks !== undefined && (peaks.complete || peaks.unavailable !== null)
      return done ? false : PEAKS_EVERY_MS
    },
  })
}

function isNotFound(error: unknown): boolean {
  return error instanceof Problem && error.slug === 'not-found'
}
