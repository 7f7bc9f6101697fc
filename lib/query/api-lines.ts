import type { z } from 'zod'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import { Problem } from '@/lib/problem/problem'
import { fromProblemBody } from '@/lib/problem/problem-json'
import type { ApiInput } from './api-fetch'
import { apiSend, offline, readJson, refusalOf, type SendInput, staleClient } from './api-send'
import { reportAnswer, reportProblem } from './connection'

/** An endpoint that answers line by line; the last line's `type` is `end` or `problem`. */
export type LinesEndpoint = ApiEndpoint & { readonly lines: z.ZodType<{ type: string }> }

/** Lines are taken for so long at a time, then the page may paint and answer. */
const BUSY_MS = 30

/**
 * Calls our own API where it answers JSON lines, and hands over each line as it arrives, parsed by the contract, the `end`
 * line among them. Resolves after it. Throws a `Problem`: any the server answers, before the first line or as a `problem`
 * line (which is not handed over); `offline` when no answer came or it broke off before its `end`; `stale-client` for a
 * line that is not what this page's contract says; `internal` when something in between failed.
 * An abort rejects with the signal's reason, and no line is handed over after it.
 */
export async function apiLines<E extends LinesEndpoint>(
  endpoint: E,
  input: ApiInput<E>,
  signal: AbortSignal | undefined,
  onLine: (line: z.output<E['lines']>) => void,
): Promise<void> {
  try {
    const take = onLine as (line: unknown) => void // each line is parsed by that very schema
    await readLines(endpoint, input as SendInput, signal, take) // ApiInput narrows SendInput for one endpoint
    reportAnswer()
  } catch (error) {
    if (error instanceof Problem) reportProblem(error)
    throw error
  }
}

async function readLines(
  endpoint: LinesEndpoint,
  input: SendInput,
  signal: AbortSignal | undefined,
  onLine: (line: unknown) => void,
): Promise<void> {
  const response = await apiSend(endpoint, input, 'application/x-ndjson', signal)
  if (!response.ok) throw refusalOf(response, await readJson(response, signal))
  let since = performance.now()
  for await (const text of textLines(response, signal)) {
    signal?.throwIfAborted()
    if (performance.now() - since > BUSY_MS) {
      // Lines that are here already would all be taken before anything else gets its turn.
      await new Promise((resolve) => setTimeout(resolve, 0))
      signal?.throwIfAborted()
      since = performance.now()
    }
    const line = parseLine(endpoint, response, text)
    if (line.type === 'problem') throw problemOf(line)
    onLine(line)
    if (line.type === 'end') return
  }
  signal?.throwIfAborted()
  throw offline()
}

/** Whole lines without their breaks. What follows the last break is no line: it was cut off. */
async function* textLines(
  response: Response,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const reader = response.body?.getReader()
  if (reader === undefined) return
  const decoder = new TextDecoder()
  let parts: string[] = []
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const pieces = decoder.decode(value, { stream: true }).split('\n')
      parts.push(pieces[0] ?? '')
      for (const piece of pieces.slice(1)) {
        const line = parts.join('').trim()
        parts = [piece]
        if (line !== '') yield line
      }
    }
  } catch (cause) {
    signal?.throwIfAborted()
    throw cause instanceof Problem ? cause : offline(cause)
  } finally {
    // Leaving early (a problem, a caller that failed) tells the server to stop.
    await reader.cancel().catch(() => undefined)
  }
}

function parseLine(endpoint: LinesEndpoint, response: Response, text: string): { type: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw staleClient(response, cause)
  }
  const parsed = endpoint.lines.safeParse(value)
  if (parsed.success) return parsed.data
  throw staleClient(response, parsed.error)
}

function problemOf(line: { type: string; problem?: unknown }): Problem {
  return (
    fromProblemBody(line.problem) ??
    new Problem('internal', 'The answer broke off, and the server did not say why.')
  )
}
