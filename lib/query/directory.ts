import { API } from '@/lib/contract/api'
import type { DirectoryLine } from '@/lib/contract/directory'
import { apiFetch } from './api-fetch'
import { apiLines } from './api-lines'

/**
 * Reads everybody and everything in Focus's directory and hands over each line as it arrives; the last is `end`.
 * Each run is recorded under the reader's name. Throws a `Problem`: `forbidden`,
 * `right-missing`, `ledger-unavailable`, every upstream one, `offline` when it broke off. An abort rejects with the
 * signal's reason and stops the server.
 */
export function readDirectory(
  signal: AbortSignal,
  onLine: (line: DirectoryLine) => void,
): Promise<void> {
  return apiLines(API.readDirectory, {}, signal, onLine)
}

/** The summary of a reconciliation as a signed note (C2SP), which the verifier key of the ledger checks. */
export async function signSummary(text: string): Promise<string> {
  return (await apiFetch(API.signReconciliation, { body: { text } })).note
}
