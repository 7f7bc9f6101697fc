import type { z } from 'zod'
import { API } from '@/lib/contract/api'
import type { ExportGrant, ExportRequest } from '@/lib/contract/export'
import { apiFetch } from './api-fetch'

/**
 * Says that a list leaves this console as a file, before the file is made: the ledger has it first. Answers what the
 * file may say of itself. Throws `forbidden`, `reason-required`, `ledger-unavailable`; then no file may be made.
 */
export function beginExport(
  request: z.input<typeof ExportRequest>,
  signal?: AbortSignal,
): Promise<ExportGrant> {
  return apiFetch(API.beginExport, { body: request }, signal)
}
