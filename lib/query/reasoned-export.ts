import type { z } from 'zod'
import type { ExportGrant, ExportRequest } from '@/lib/contract/export'
import { Problem } from '@/lib/problem/problem'
import { beginExport } from './exports'

/** Asks the reader why; `refused` when the server would not have it without. */
export type AskWhy = (
  refused: boolean,
) => { reasonId?: string } | 'cancelled' | Promise<{ reasonId?: string } | 'cancelled'>

/**
 * Begins an export with the reader's reason; asks again while the server wants one. Throws as `beginExport` does, but
 * for `reason-required`.
 */
export async function reasonedExport(
  request: Omit<z.input<typeof ExportRequest>, 'reason'>,
  askWhy: AskWhy,
): Promise<ExportGrant | 'cancelled'> {
  for (let refused = false; ; refused = true) {
    const answer = await askWhy(refused)
    if (answer === 'cancelled') return answer
    const { reasonId } = answer
    try {
      return await beginExport({ ...request, ...(reasonId !== undefined && { reason: reasonId }) })
    } catch (error) {
      if (!(error instanceof Problem) || error.slug !== 'reason-required') throw error
    }
  }
}
