import type { ApiEndpoint } from '@/lib/contract/endpoint'
import { Problem } from '@/lib/problem/problem'
import { fromProblemBody } from '@/lib/problem/problem-json'
import { apiUrl, type UrlInput } from './api-url'

/** The parts of a call once the endpoint's own type no longer matters. */
export type SendInput = UrlInput & { body?: unknown }

/**
 * Sends one call of our own API and answers as soon as its head is there, whatever its status.
 * Throws `offline` when no answer came. An abort rejects with the signal's reason.
 */
export async function apiSend(
  endpoint: Pick<ApiEndpoint, 'method' | 'path'>,
  input: SendInput,
  accept: string,
  signal: AbortSignal | undefined,
): Promise<Response> {
  try {
    return await fetch(apiUrl(endpoint, input), {
      method: endpoint.method,
      headers: {
        accept,
        'x-focus-console': '1',
        ...(input.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
      ...(signal !== undefined && { signal }),
      credentials: 'same-origin',
      cache: 'no-store',
    })
  } catch (cause) {
    signal?.throwIfAborted()
    throw offline(cause)
  }
}

/** Null for a body that is not JSON. Throws `offline` when it breaks off; an abort rejects with the signal's reason. */
export async function readJson(
  response: Response,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  let text: string
  try {
    text = await response.text()
  } catch (cause) {
    signal?.throwIfAborted()
    throw offline(cause)
  }
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The problem an answer that is not OK tells of; `internal` when it did not come from this console. */
export function refusalOf(response: Response, body: unknown): Problem {
  const detail =
    'The answer did not come from this console. Something in between may have refused it.'
  return fromProblemBody(body) ?? new Problem('internal', detail, requestIdOf(response))
}

/** `stale-client`: the answer is not what this page's contract says. */
export function staleClient(response: Response, cause: unknown): Problem {
  return new Problem(
    'stale-client',
    'The server answered in a form this page does not know. It was probably updated since the page was opened.',
    { ...requestIdOf(response), cause },
  )
}

/** `offline`: no answer, or one that broke off. */
export function offline(cause?: unknown): Problem {
  return new Problem('offline', 'No answer came from this console’s server.', { cause })
}

function requestIdOf(response: Response): { requestId?: string } {
  const requestId = response.headers.get('x-request-id')
  return requestId === null ? {} : { requestId }
}
