import type { z } from 'zod'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import { Problem } from '@/lib/problem/problem'
import { apiSend, readJson, refusalOf, type SendInput, staleClient } from './api-send'
import { reportAnswer, reportProblem } from './connection'

/** An endpoint that answers JSON. */
export type JsonEndpoint = ApiEndpoint & { readonly response: z.ZodType }

type Part<E, K extends string, V> = E extends { readonly [key in K]: unknown } ? V : unknown

/** What a call takes: `params`, `query` and `body`, each only where the endpoint has one. */
export type ApiInput<E extends ApiEndpoint> = Part<
  E,
  'params',
  { params: Record<keyof z.input<NonNullable<E['params']>>, string | number> }
> &
  Part<E, 'query', { query: z.input<NonNullable<E['query']>> }> &
  Part<E, 'body', { body: z.input<NonNullable<E['body']>> }>

/**
 * Calls our own API. Answers what the contract promises, parsed by it.
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
    const answer = await ask(endpoint, input as SendInput, signal) // ApiInput narrows SendInput for one endpoint
    reportAnswer()
    return answer as z.output<E['response']> // parsed by that very schema
  } catch (error) {
    if (error instanceof Problem) reportProblem(error)
    throw error
  }
}

async function ask(
  endpoint: JsonEndpoint,
  input: SendInput,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const response = await apiSend(endpoint, input, 'application/json', signal)
  const body = await readJson(response, signal)
  if (!response.ok) throw refusalOf(response, body)
  const parsed = endpoint.response.safeParse(body)
  if (parsed.success) return parsed.data
  throw staleClient(response, parsed.error)
}
