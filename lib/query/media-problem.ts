import type { z } from 'zod'
import type { AudioQuery } from '@/lib/contract/api'
import { Problem } from '@/lib/problem/problem'
import { fromProblemBody } from '@/lib/problem/problem-json'
import { audioUrl } from './media'

/**
 * Why a media element could not load a recording, which it does not tell itself: asks for the first byte again and reads
 * the answer. Null when the media does come, so that the trouble is its format or the way. Joins the playback that is
 * under way on the server; it is no second play. Rejects only when aborted.
 */
export async function mediaProblem(
  id: number,
  query: z.input<typeof AudioQuery>,
  signal: AbortSignal,
): Promise<Problem | null> {
  const stop = new AbortController()
  const response = await fetch(audioUrl(id, query), {
    headers: { 'x-focus-console': '1', range: 'bytes=0-0', accept: '*/*' },
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.any([signal, stop.signal]),
  }).catch((cause: unknown) => {
    signal.throwIfAborted()
    return new Problem('offline', 'No answer came from this console’s server.', { cause })
  })
  if (response instanceof Problem) return response
  if (response.ok) {
    stop.abort()
    return null
  }
  const body: unknown = await response.json().catch(() => null)
  signal.throwIfAborted()
  return (
    fromProblemBody(body) ??
    new Problem(
      'internal',
      'The media did not come from this console. Something in between refused it.',
    )
  )
}
