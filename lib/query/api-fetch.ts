import type { z } from 'zod'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import { Problem } from '@/lib/problem/problem'
import { fromProblemBody } from '@/lib/problem/problem-json'
import { apiUrl } from './api-url'
import { reportAnswer, reportProblem } from './connection'

/** An endpoint that answers JSON. */
export type JsonEndpoint = ApiEndpoint & { readonly response: z.ZodType }

type Part<E, K extends string, V> = E extends { readonly [key in K]: unknown } ? V : unknown

/** What a call takes: `params`, `query` and `body`, each only where the endpoint has one. */
export type ApiInput<E extends JsonEndpoint> = Part<
  E,
  'params',
  { params: Record<keyof z.input<NonNullable<E['params']>>, string | number> }
> &
  Part<E, 'query', { query: z.input<NonNullable<E['query']>> }> &
  Part<E, 'body', { body: z.input<NonNullable<E['body']>> }>

/** The parts of an input once the endpoint's own type no longer matters. */
type AnyInput = {
  params?: Record<string, string | number>
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
}

/**
 * Calls our own API: the one fetch of the browser. Answers what the contract promises, parsed by it.
 * Throws a `Problem`: any the server answers; `offline` when no answer came; `stale-client` when the answer is not
 * what this page's contract says; `internal` when the failure is not one of ours (a proxy in between).
 * An abort rejects with the signal's reason.
 */
export async function apiFetch<E extends JsonEndpoint>(
  endpoint: E,
  input: ApiInput<E>,
  signal?: AbortSignal,
): Promise<z.output<E['response']>> {
  try {
    const answer = await ask(endpoint, input as AnyInput, signal) // ApiInput narrows AnyInput for one endpoint
    reportAnswer()
    return answer as z.output<E['response']> // parsed by that very schema
  } catch (error) {
    if (error instanceof Problem) reportProblem(error)
    throw error
  }
}

async function ask(
  endpoint: JsonEndpoint,
  input: AnyInput,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const response = await send(endpoint, input, signal)
  const body = await readJson(response, signal)
  const requestId = response.headers.get('x-request-id')
  const extras = requestId === null ? {} : { requestId }
  if (!response.ok) {
    const detail =
      'The answer did not come from this console. Something in between may have refused it.'
    throw fromProblemBody(body) ?? new Problem('internal', detail, extras)
  }
  const parsed = endpoint.response.safeParse(body)
  if (parsed.success) return parsed.data
  throw new Problem(
    'stale-client',
    'The server answered in a form this page does not know. It was probably updated since the page was opened.',
    { ...extras, cause: parsed.error },
  )
}

async function send(
  endpoint: JsonEndpoint,
  input: AnyInput,
  signal: AbortSignal | undefined,
): Promise<Response> {
  try {
    return await fetch(apiUrl(endpoint, input), {
      method: endpoint.method,
      headers: {
        accept: 'application/json',
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

/** Null for a body that is not JSON; a body that breaks off is a lost connection. */
async function readJson(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
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

function offline(cause: unknown): Problem {
  return new Problem('offline', 'No answer came from this console’s server.', { cause })
}
