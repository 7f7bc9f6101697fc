import 'server-only'
import type { z } from 'zod'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import { Problem } from '@/lib/problem/problem'
import { jsonAnswer } from './answer'
import { type GateInput, type GateParts, type RouteHandler, throughGate } from './gate'

/**
 * A route that answers JSON. The handler may throw any `Problem`; an answer that its own schema does not
 * take is `internal`, fields that the schema does not name are left out, and anything else thrown is `internal` too.
 */
export function defineRoute<E extends ApiEndpoint & { readonly response: z.ZodType }>(
  endpoint: E,
  handle: (input: GateInput<E>) => Promise<z.input<E['response']>> | z.input<E['response']>,
  parts?: GateParts,
): RouteHandler {
  return throughGate(
    endpoint,
    async (input) => {
      const answer = endpoint.response.safeParse(await handle(input))
      if (answer.success) return jsonAnswer(answer.data, input.requestId)
      throw new Problem('internal', 'The console made an answer that it could not vouch for.', {
        cause: shapeOf(answer.error),
      })
    },
    parts,
  )
}

/** Where the schema disagreed, without the values. */
function shapeOf(error: z.ZodError): Error {
  const at = error.issues.slice(0, 10).map((issue) => `${issue.path.join('.')}: ${issue.code}`)
  return new Error(`The answer breaks its contract at ${at.join('; ')}`)
}
