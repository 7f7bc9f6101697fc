import 'server-only'
import type { z } from 'zod'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import { Problem } from '@/lib/problem/problem'
import { toProblemBody } from '@/lib/problem/problem-json'
import { CLIENT_LEFT, gateHeaders, toProblem } from './answer'
import { type GateInput, type GateParts, type RouteHandler, throughGate } from './gate'
import type { RequestRecord } from './request-record'

/**
 * A route that answers JSON line by line (application/x-ndjson), each line read by the endpoint's `lines`
 * schema. The first line is awaited before anything goes out, so that what fails early is an ordinary problem; a
 * failure after it is the last line, `{ type: 'problem', problem }`. A reader who leaves aborts `input.signal`
 * and ends the iteration; the ledger's outcome is written at the end.
 */
export function defineLines<E extends ApiEndpoint & { readonly lines: z.ZodType }>(
  endpoint: E,
  handle: (input: GateInput<E>) => AsyncIterable<z.input<E['lines']>>,
  parts?: GateParts,
): RouteHandler {
  return throughGate(
    endpoint,
    async (input, record) => {
      const leaving = new AbortController()
      const signal = AbortSignal.any([input.signal, leaving.signal])
      const lines = handle({ ...input, signal })[Symbol.asyncIterator]()
      const next = async () => {
        const { done, value } = await lines.next()
        return done ? null : lineOf(endpoint.lines, value)
      }
      const first = await next()
      const headers = gateHeaders(input.requestId, {
        'Content-Type': 'application/x-ndjson; charset=utf-8',
        // A proxy that gathers an answer before it passes it on would hide its progress.
        'X-Accel-Buffering': 'no',
      })
      const leave = async () => {
        leaving.abort()
        await record.end(CLIENT_LEFT, 'aborted')
        await lines.return?.()
      }
      const body = streamOf(first, next, leave, record, input)
      return new Response(body, { status: 200, headers })
    },
    parts,
  )
}

function streamOf(
  first: string | null,
  next: () => Promise<string | null>,
  leave: () => Promise<void>,
  record: RequestRecord,
  { signal, requestId }: { signal: AbortSignal; requestId: string },
): ReadableStream<Uint8Array> {
  let waiting: string | null | undefined = first
  let bytes = 0
  record.streaming = true
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        record.stopSending = () => {
          controller.error(new Error('The server stops.'))
          leave().catch(() => {})
        }
      },
      async pull(controller) {
        const send = (line: string) => {
          const chunk = new TextEncoder().encode(line)
          bytes += chunk.byteLength
          record.bytes = bytes
          controller.enqueue(chunk)
        }
        try {
          const line = waiting === undefined ? await next() : waiting
          waiting = undefined
          if (line !== null) return send(line)
          controller.close()
          await record.end(200, undefined, undefined, bytes)
        } catch (cause) {
          if (signal.aborted) {
            controller.error(cause)
            return await record.end(CLIENT_LEFT, 'aborted', undefined, bytes)
          }
          const problem = toProblem(cause)
          const last = { type: 'problem', problem: toProblemBody(problem, requestId) }
          send(`${JSON.stringify(last)}\n`)
          controller.close()
          const why = problem === cause ? problem.cause : cause
          await record.end(problem.status, problem.slug, why, bytes)
        }
      },
      cancel: leave,
    },
    { highWaterMark: 0 },
  )
}

/** @throws Problem `internal` when the line breaks its contract; only where is said, not what stood there */
function lineOf(schema: z.ZodType, value: unknown): string {
  const parsed = schema.safeParse(value)
  if (parsed.success) return `${JSON.stringify(parsed.data)}\n`
  const at = parsed.error.issues.slice(0, 10).map(({ path, code }) => `${path.join('.')}: ${code}`)
  throw new Problem('internal', 'The console made an answer that it could not vouch for.', {
    cause: new Error(`The line breaks its contract at ${at.join('; ')}`),
  })
}
