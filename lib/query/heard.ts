import { API } from '@/lib/contract/api'
import type { HeardReport } from '@/lib/contract/listening'
import { Problem } from '@/lib/problem/problem'
import { fromProblemBody } from '@/lib/problem/problem-json'
import { apiUrl } from './api-url'

/**
 * Tells what was really heard of a recording since Play. It outlives the page that sends it, which takes a body of at most
 * 64 KiB. Rejects with the server's problem, or `offline`; says nothing about the connection to anybody else.
 */
export async function reportHeard(recordingId: number, report: HeardReport): Promise<void> {
  const response = await fetch(apiUrl(API.reportHeard, { params: { id: recordingId } }), {
    method: API.reportHeard.method,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-focus-console': '1',
    },
    body: JSON.stringify(report),
    keepalive: true,
    credentials: 'same-origin',
    cache: 'no-store',
  }).catch((cause: unknown) => {
    throw new Problem('offline', 'No answer came from this console’s server.', { cause })
  })
  if (response.ok) return
  const body: unknown = await response.json().catch(() => null)
  throw fromProblemBody(body) ?? new Problem('offline', 'The report was not taken on its way.')
}
